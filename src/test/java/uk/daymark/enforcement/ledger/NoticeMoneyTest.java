package uk.daymark.enforcement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.enforcement.ledger.NoticeMoney.Receipt;

/** GC-34: posted on 3 November 2025, received on the 5th; £80 up to the 25th, £160 up to 2 December. */
class NoticeMoneyTest {

    private static final Optional<PaymentClock> CLOCK = Optional.of(new PaymentClock(
            LocalDate.of(2025, 11, 3),
            LocalDate.of(2025, 11, 5),
            Optional.of(LocalDate.of(2025, 11, 25)),
            LocalDate.of(2025, 12, 2)));

    @Test
    void theLowerAmountOnItsLastDayClearsTheNotice() {
        NoticeMoney money = on("2025-12-10", "2025-11-25", 80);
        assertThat(money.clearedOn()).hasValue(LocalDate.of(2025, 11, 25));
        assertThat(money.clearedFor()).hasValue(Money.pounds(80));
        assertThat(money.due()).isEqualTo(Money.NONE);
        assertThat(money.owedBack()).isEqualTo(Money.NONE);
    }

    @Test
    void theLowerAmountADayLaterIsPartPayment() {
        NoticeMoney money = on("2025-11-26", "2025-11-26", 80);
        assertThat(money.clearedOn()).isEmpty();
        assertThat(money.due()).isEqualTo(Money.pounds(80));
        assertThat(on("2025-12-02", "2025-11-26", 80, "2025-12-02", 80).clearedFor())
                .hasValue(Money.pounds(160));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-24, 80, false",
        "2025-11-25, 80, false",
        "2025-11-26, 160, false",
        "2025-12-02, 160, false",
        "2025-12-03, 160, true"
    })
    void whatIsDueFollowsTheDay(String day, int due, boolean over) {
        assertThat(on(day).due()).isEqualTo(Money.pounds(due));
        assertThat(on(day).overOn()).isEqualTo(over);
    }

    @Test
    void whatComesAfterTheLastDayClearsNothingAndWaitsForAPerson() {
        NoticeMoney money = on("2025-12-03", "2025-12-03", 160);
        assertThat(money.clearedOn()).isEmpty();
        assertThat(money.inHand()).isEqualTo(Money.pounds(160));
        assertThat(money.owedBack()).isEqualTo(Money.NONE);
    }

    @Test
    void whatIsOverIsOwedBackAndSoIsAllOfAWithdrawnNotice() {
        assertThat(on("2025-11-12", "2025-11-10", 160).owedBack()).isEqualTo(Money.pounds(80));
        NoticeMoney withdrawn = NoticeMoney.of(
                Optional.of(Money.pounds(80)),
                Money.pounds(160),
                CLOCK,
                List.of(new Receipt(1, LocalDate.of(2025, 11, 10), Money.pounds(80))),
                Money.pounds(30),
                true,
                LocalDate.of(2025, 11, 12));
        assertThat(withdrawn.owedBack()).isEqualTo(Money.pounds(50));
        assertThat(withdrawn.due()).isEqualTo(Money.NONE);
    }

    @Test
    void aNoticeAtTheSecondRateHasNoLowerAmount() {
        NoticeMoney money = NoticeMoney.of(
                Optional.empty(),
                Money.pounds(160),
                CLOCK.map(dates ->
                        new PaymentClock(dates.postedOn(), dates.deemedOn(), Optional.empty(), dates.fullUntil())),
                List.of(new Receipt(1, LocalDate.of(2025, 11, 10), Money.pounds(80))),
                Money.NONE,
                false,
                LocalDate.of(2025, 11, 12));
        assertThat(money.clearedOn()).isEmpty();
        assertThat(money.due()).isEqualTo(Money.pounds(80));
    }

    @Test
    void amountsAreReadAndShownInPounds() {
        assertThat(Money.typed("£79.50")).hasValue(new Money(7950));
        assertThat(Money.typed("1,000")).hasValue(Money.pounds(1000));
        assertThat(Money.typed("£1,000.50")).hasValue(new Money(100_050));
        assertThat(Money.typed("80,00")).as("eighty, as some write it").isEmpty();
        assertThat(Money.typed(",80")).isEmpty();
        assertThat(Money.typed("80.005")).isEmpty();
        assertThat(Money.typed("-80")).isEmpty();
        assertThat(Money.typed("0")).isEmpty();
        assertThat(Money.of(new BigDecimal("1e30"))).isEmpty();
        assertThat(Money.of(new BigDecimal("1e-30"))).isEmpty();
        assertThat(Money.pounds(80)).hasToString("£80");
        assertThat(new Money(7950)).hasToString("£79.50");
        assertThatThrownBy(() -> new Money(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static NoticeMoney on(String day, Object... receipts) {
        List<Receipt> came = IntStream.range(0, receipts.length / 2)
                .mapToObj(at -> new Receipt(
                        at, LocalDate.parse((String) receipts[2 * at]), Money.pounds((Integer) receipts[2 * at + 1])))
                .toList();
        return NoticeMoney.of(
                Optional.of(Money.pounds(80)), Money.pounds(160), CLOCK, came, Money.NONE, false, LocalDate.parse(day));
    }
}
