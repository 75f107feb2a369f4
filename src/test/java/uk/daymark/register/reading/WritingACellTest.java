package uk.daymark.register.reading;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.daymark.measure.AttendanceCode;

class WritingACellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+44 7700", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void putsAnApostropheBeforeWhatASpreadsheetTakesForAFormula(String text) { // 31
        assertThat(CsvCells.neutralise(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "O'Neill", "a=b", "2025-09-15"})
    void leavesOtherTextAlone(String text) {
        assertThat(CsvCells.neutralise(text)).isEqualTo(text);
    }

    @Property
    void leavesEveryRegisterCodeAlone(@ForAll AttendanceCode code) {
        assertThat(CsvCells.neutralise(code.token())).isEqualTo(code.token());
    }
}
