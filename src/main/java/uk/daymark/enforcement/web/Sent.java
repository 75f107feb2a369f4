package uk.daymark.enforcement.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.Payment;
import uk.daymark.measure.RegisterDates;
import uk.daymark.time.TypedDay;
import uk.daymark.web.JsonFields;

/** What was sent to the ledger: the body of a call, or a form that was typed, read in the same way. */
final class Sent {

    static final int LONGEST_WORDS = 2000;
    static final int LONGEST_LINE = 500;
    private static final int MOST_SHARES = 50;
    private static final Set<String> NUMBERS = Set.of("contact", "version", "party");
    private static final Set<String> DAYS =
            Set.of("receivedOn", "paidOn", "issuedOn", "from", "to", "withdrawnOn", "begunOn", "resultOn");

    /** What a page's form holds beside its fields: the session's token, and the name of a button. */
    private static final Set<String> NO_FIELDS = Set.of("_csrf", "then");

    private final JsonFields fields;

    private Sent(JsonFields fields) {
        this.fields = fields;
    }

    static Sent body(JsonNode body) {
        return new Sent(JsonFields.of(body));
    }

    /**
     * A form: fields left empty are left out, lines of "N-2026-0001 80" are a list of shares, and a day may be typed as people write it:
     * "3 11 2025", "3/11/2025", "3 Nov 2025".
     */
    static Sent form(Map<String, String> typed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        typed.forEach((name, text) -> {
            if (text.isBlank() || NO_FIELDS.contains(name)) {
                return;
            }
            if (name.equals("shares")) {
                text.strip().lines().filter(line -> !line.isBlank()).forEach(line -> {
                    String[] parts = line.strip().split("\\s+", 2);
                    ObjectNode share = body.withArray("shares").addObject().put("notice", parts[0]);
                    if (parts.length > 1) {
                        share.put("amount", parts[1]);
                    }
                });
            } else if (NUMBERS.contains(name) && text.strip().matches("[0-9]{1,9}")) {
                body.put(name, Integer.parseInt(text.strip()));
            } else {
                body.put(name, DAYS.contains(name) ? dayTyped(text.strip()) : text.strip());
            }
        });
        return body(body);
    }

    private static String dayTyped(String typed) {
        return TypedDay.read(typed).map(LocalDate::toString).orElse(typed);
    }

    JsonFields fields() {
        return fields;
    }

    /** Words that must be there. */
    Optional<String> words(String name, int longest, String whenMissing) {
        Optional<String> words = line(name, longest);
        if (words.filter(text -> !text.isBlank()).isEmpty()) {
            fields.fault(name, whenMissing);
        }
        return words;
    }

    /** Words that may be left out. */
    Optional<String> line(String name, int longest) {
        Optional<String> line = fields.text(name).map(String::strip);
        line.filter(text -> text.length() > longest)
                .ifPresent(text -> fields.fault(name, "Give at most " + longest + " characters."));
        line.filter(text -> text.indexOf('\0') >= 0)
                .ifPresent(text -> fields.fault(name, "This holds a NUL character. Take it out."));
        return line;
    }

    /** A day that must be there. */
    Optional<LocalDate> day(String name) {
        fields.need(name);
        return plausible(name);
    }

    /** A day that may be left out. */
    Optional<LocalDate> plausible(String name) {
        Optional<LocalDate> day = fields.date(name);
        day.filter(given -> !RegisterDates.plausible(given))
                .ifPresent(given -> fields.fault(name, "Give a day of our time, as in 2025-09-15."));
        return day.filter(RegisterDates::plausible);
    }

    /** An amount that must be there. */
    Optional<Money> money(String name) {
        fields.need(name);
        return moneyOrNone(fields, name);
    }

    /** An amount that may be left out. */
    static Optional<Money> moneyOrNone(JsonFields fields, String name) {
        return fields.any(name).flatMap(value -> {
            Optional<Money> money = Optional.empty();
            if (value.isTextual()) {
                money = Money.typed(value.textValue());
            } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                money = Money.of(value.decimalValue());
            }
            if (money.isEmpty()) {
                fields.fault(name, "Give an amount in pounds, as in 80 or 79.50.");
            }
            return money;
        });
    }

    /** One of the names of an enum that must be there. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        fields.need(name);
        return fields.choice(name, choices);
    }

    /** A whole number that must be there. */
    Optional<Long> number(String name) {
        fields.need(name);
        return fields.whole(name).map(Integer::longValue);
    }

    /** For which notices money is. */
    List<Payment.Share> shares() {
        List<Payment.Share> shares = new ArrayList<>();
        for (JsonFields each : fields.objects("shares", MOST_SHARES)) {
            each.need("notice");
            each.need("amount");
            Optional<NoticeRef> notice = each.text("notice").flatMap(typed -> {
                Optional<NoticeRef> ref = NoticeRef.typed(typed);
                if (ref.isEmpty()) {
                    each.fault("notice", "Give a notice's reference, as in N-2026-0001.");
                }
                return ref;
            });
            Optional<Money> amount = moneyOrNone(each, "amount");
            if (notice.isPresent() && amount.isPresent()) {
                shares.add(new Payment.Share(notice.get(), amount.get()));
            }
        }
        return shares;
    }

    /** Ends the reading: from here on everything that must be there is. */
    void finish() {
        fields.finish();
    }
}
