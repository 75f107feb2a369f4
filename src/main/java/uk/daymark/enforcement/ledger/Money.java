package uk.daymark.enforcement.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of money, kept in pence so that it adds up. Programs read and send it in pounds: {@code 80} or {@code 79.5}.
 *
 * @param pence never negative
 */
public record Money(long pence) implements Comparable<Money> {

    /** Nothing. */
    public static final Money NONE = new Money(0);

    /** More than any payment; keeps sums far from what a number can hold. */
    private static final long MOST_PENCE = 100_000_000;

    private static final int PENCE_OF_A_POUND = 100;
    private static final Pattern TYPED = Pattern.compile("£?([0-9]{1,7}|[0-9]{1,3}(,[0-9]{3}){1,2})(\\.[0-9]{1,2})?");

    /** @throws IllegalArgumentException where it is negative */
    public Money {
        if (pence < 0) {
            throw new IllegalArgumentException("There is no negative amount: " + pence);
        }
    }

    /** So many whole pounds. */
    public static Money pounds(int pounds) {
        return new Money((long) pounds * PENCE_OF_A_POUND);
    }

    /** An amount as somebody types it, "£79.50", "80" or "1,000"; empty where it is none, nothing, or more than a million pounds. */
    public static Optional<Money> typed(String text) {
        String plain = text.strip();
        if (!TYPED.matcher(plain).matches()) {
            return Optional.empty();
        }
        return of(new BigDecimal(plain.replace("£", "").replace(",", "")));
    }

    /** An amount in pounds with at most two decimals; empty where it is not more than nothing, or too large. */
    public static Optional<Money> of(BigDecimal pounds) {
        if (pounds.signum() <= 0
                || pounds.precision() - pounds.scale() > 9
                || pounds.stripTrailingZeros().scale() > 2) {
            return Optional.empty();
        }
        return Optional.of(pounds.movePointRight(2).longValueExact())
                .filter(pence -> pence <= MOST_PENCE)
                .map(Money::new);
    }

    /** Both together. */
    public Money plus(Money other) {
        return new Money(Math.addExact(pence, other.pence));
    }

    /** What is left without the other; nothing where the other is more. */
    public Money less(Money other) {
        return new Money(Math.max(0, pence - other.pence));
    }

    /** Whether there is any. */
    public boolean any() {
        return pence > 0;
    }

    /** In pounds, without decimals that are nought. */
    @JsonValue
    public BigDecimal pounds() {
        BigDecimal pounds = BigDecimal.valueOf(pence, 2);
        return pence % PENCE_OF_A_POUND == 0 ? pounds.setScale(0) : pounds;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** "£80", "£79.50". */
    @Override
    public String toString() {
        return "£" + pounds().toPlainString();
    }
}
