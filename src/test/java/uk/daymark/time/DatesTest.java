package uk.daymark.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DatesTest {

    private final Dates dates = new Dates();

    @Test
    void writesADayAsPeopleReadIt() {
        assertThat(dates.day(LocalDate.of(2026, 6, 4))).isEqualTo("4 June 2026");
        assertThat(dates.weekday(LocalDate.of(2026, 6, 4))).isEqualTo("Thursday 4 June 2026");
    }

    @Test
    void writesATimeInTwelveHours() {
        assertThat(dates.time(LocalTime.of(9, 32))).isEqualTo("9:32am");
        assertThat(dates.time(LocalTime.of(15, 5))).isEqualTo("3:05pm");
        assertThat(dates.time(LocalTime.of(17, 0))).isEqualTo("5pm");
        assertThat(dates.time(LocalTime.of(0, 10))).isEqualTo("12:10am");
        assertThat(dates.time(LocalTime.NOON)).isEqualTo("midday");
        assertThat(dates.time(LocalTime.MIDNIGHT)).isEqualTo("midnight");
    }

    @Test
    void writesAMoment() {
        assertThat(dates.moment(LocalDateTime.of(2025, 9, 15, 8, 30))).isEqualTo("15 September 2025 at 8:30am");
    }
}
