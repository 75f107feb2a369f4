package uk.daymark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.measure.StatisticalClass.APPROVED;
import static uk.daymark.measure.StatisticalClass.AUTHORISED;
import static uk.daymark.measure.StatisticalClass.NOT_COLLECTED;
import static uk.daymark.measure.StatisticalClass.NOT_POSSIBLE;
import static uk.daymark.measure.StatisticalClass.PRESENT;
import static uk.daymark.measure.StatisticalClass.UNAUTHORISED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttendanceCodeTest {

    private static final LocalDate NEW_CODES = LocalDate.of(2024, 8, 19);

    @Test
    void everyCodeOfTheRegulationsHasItsClass() {
        Map<StatisticalClass, String> classes = new EnumMap<>(Map.of(
                PRESENT, "/ \\ L",
                APPROVED, "B K P V W J",
                AUTHORISED, "C C1 C2 E I J1 M R S T H",
                UNAUTHORISED, "G N O U",
                NOT_POSSIBLE, "D Q X Y1 Y2 Y3 Y4 Y5 Y6 Y7 Y",
                NOT_COLLECTED, "# Z"));
        classes.forEach((statisticalClass, tokens) -> assertThat(Arrays.stream(tokens.split(" ")))
                .allSatisfy(token -> assertThat(
                                AttendanceCode.ofToken(token).orElseThrow().statisticalClass())
                        .isEqualTo(statisticalClass)));
        assertThat(classes.values().stream().flatMap(tokens -> Arrays.stream(tokens.split(" "))))
                .as("no code is left out")
                .hasSameSizeAs(AttendanceCode.values());
    }

    @Test
    void hAndJAndYEndedOn18August2024() {
        assertThat(Stream.of(AttendanceCode.values()).filter(code -> !code.usableOn(NEW_CODES)))
                .containsExactly(AttendanceCode.H, AttendanceCode.J, AttendanceCode.Y);
        assertThat(AttendanceCode.values()).allMatch(code -> code.usableOn(NEW_CODES.minusDays(1)));
    }

    @Test
    void everyCodeIsStoredUnderASymbolOfItsOwn() {
        assertThat(AttendanceCode.values())
                .extracting(AttendanceCode::symbol)
                .doesNotHaveDuplicates()
                .doesNotContain(Marks.NOT_TAKEN)
                .allMatch(symbol -> symbol > ' ' && symbol < 127);
        assertThat(AttendanceCode.values())
                .allSatisfy(code ->
                        assertThat(AttendanceCode.ofSymbol(code.symbol())).hasValue(code));
    }

    @Test
    void codesAreReadExactlyOrNotAtAll() {
        assertThat(Stream.of("o", " O", "", "-", "／", "OO", "Y8"))
                .allSatisfy(token -> assertThat(AttendanceCode.ofToken(token)).isEmpty());
        assertThat(AttendanceCode.ofSymbol('é')).isEmpty();
    }

    @Test
    void theSlashesBelongToTheirHalfOfTheDay() {
        assertThat(AttendanceCode.PRESENT_AM.usableIn(Half.PM)).isFalse();
        assertThat(AttendanceCode.PRESENT_PM.usableIn(Half.AM)).isFalse();
        assertThat(AttendanceCode.L.usableIn(Half.AM)).isTrue();
    }
}
