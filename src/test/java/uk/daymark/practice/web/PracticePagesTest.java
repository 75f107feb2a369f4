package uk.daymark.practice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.practice.PracticeClock;

@WebTest
class PracticePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    PracticeClock clock;

    @Test
    void theAdministratorMovesTheClockAndIsToldWhereItStands() {
        Http admin = Http.browser(port, "admin");
        LocalDateTime next = clock.wallTime().plusMinutes(2);
        HttpResponse<String> moved = admin.submit(
                "/practice", "/practice/clock", "date=" + next.toLocalDate() + "&time=" + next.toLocalTime());
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(clock.wallTime()).isEqualTo(next);
        assertThat(admin.get("/practice").body()).contains("The clock stands at");
    }

    @Test
    void whatCannotBeReadIsSaidBesideTheFieldAndStaysTyped() {
        Http admin = Http.browser(port, "admin");
        LocalDateTime before = clock.wallTime();
        HttpResponse<String> refused = admin.submit("/practice", "/practice/clock", "date=tomorrow&time=");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Enter a date, like 15 September 2025", "Enter a time, such as 09:30", "value=\"tomorrow\"")
                .contains("<title>Error: Practice - Daymark</title>");
        HttpResponse<String> past = admin.submit("/practice", "/practice/clock", "date=2025-01-01&time=09:00");
        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(past.body()).contains("only moves forward");
        assertThat(clock.wallTime()).isEqualTo(before);
    }

    @Test
    void withoutSampleSchoolsThereAreNoRegistersToBringIn() {
        Http admin = Http.browser(port, "admin");
        assertThat(admin.get("/practice").body()).contains("begun without the sample schools");
        assertThat(Http.program(port, "admin")
                        .json("/api/practice/registers", "")
                        .statusCode())
                .isEqualTo(409);
    }
}
