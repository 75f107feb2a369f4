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
class MovingThePracticeClockTest {

    private static final String CLOCK = "/api/practice/clock";

    @LocalServerPort
    int port;

    @Autowired
    PracticeClock clock;

    @Test
    void theAdministratorMovesItForward() {
        LocalDateTime next = clock.wallTime().plusMinutes(1);
        HttpResponse<String> answer = Http.program(port, "admin").json(CLOCK, "{\"to\": \"" + next + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"now\":\"" + next + "\"}");
        assertThat(clock.wallTime()).isEqualTo(next);
    }

    @Test
    void nobodyMovesItBack() {
        LocalDateTime before = clock.wallTime();
        HttpResponse<String> answer =
                Http.program(port, "admin").json(CLOCK, "{\"to\": \"" + before.minusMinutes(1) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("only moves forward");
        assertThat(clock.wallTime()).isEqualTo(before);
    }

    @Test
    void othersMayNotMoveIt() {
        assertThat(Http.program(port, "head")
                        .json(CLOCK, "{\"to\": \"2030-01-01T08:00\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBadBodyIsToldFaultByFault() {
        HttpResponse<String> answer = Http.program(port, "admin").json(CLOCK, "{\"to\": \"tomorrow\", \"when\": 1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("{\"pointer\":\"/to\"").contains("{\"pointer\":\"/when\"");
        assertThat(Http.program(port, "admin").json(CLOCK, "{\"to\": null}").body())
                .contains("{\"pointer\":\"/to\",\"message\":\"This is missing.\"}");
    }
}
