package uk.daymark.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day as people type it. */
class TypedDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 Nov 26",
                "12 nov 2026",
                "12 November 2026",
                "12/11/2026",
                "12/11/26",
                "12 11 2026",
                "12.11.2026",
                "12-11-2026",
                "12th November 2026",
                "12 Nov. 2026",
                " 2026-11-12 ",
                "2026-11-12",
                "12 novem 2026"
            })
    void isReadHoweverItIsWritten(String typed) {
        assertThat(TypedDay.read(typed)).contains(LocalDate.of(2026, 11, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "31 2 2026",
                "1 13 2026",
                "12 Nonember 2026",
                "12 no 2026",
                "tomorrow",
                "12 Nov",
                "11/2026",
                "2026",
                "12 Nov 226",
                "2026-02-30",
                "12 11 20261",
                "0 1 2026",
                "１２ 11 2026"
            })
    void isNoDayWhereThereIsNoneSuch(String typed) {
        assertThat(TypedDay.read(typed)).isEmpty();
    }
}
