package uk.daymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

@WebTest
class SigningInTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"office", "lead", "head", "officer", "panel", "auditor", "admin"})
    void everyPracticeUserSignsInAsAProgram(String user) {
        assertThat(Http.program(port, user).get("/v3/api-docs").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramThatIsNotKnownIsToldSoAndAskedForBasic() {
        HttpResponse<String> answer = Http.program(port, "nobody").get("/api/practice/clock");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:daymark:problem:not-signed-in");
    }

    @Test
    void aPageLeadsToSignInAndOnFromThere() {
        HttpResponse<String> answer = Http.nobody(port).get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        assertThat(Http.browser(port, "lead").get("/").body()).contains("Lena Lead, Attendance lead");
    }

    @Test
    void theSessionOfABrowserOpensNothingForPrograms() {
        Http browser = Http.browser(port, "admin");
        assertThat(browser.json("/api/practice/clock", "{}").statusCode()).isEqualTo(401);
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserThatRemembersABasicPasswordIsNotUsedByAnotherSite() {
        Http program = Http.program(port, "admin");
        HttpResponse<String> answer = program.send(program.request("/api/practice/clock")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenChangesNothingAndSaysThatTheSessionEnded() {
        Http browser = Http.browser(port, "lead");
        HttpResponse<String> answer = browser.post("/sign-out", "application/x-www-form-urlencoded", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1 class=\"govuk-heading-l\">Your session has ended</h1>");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() {
        Http browser = Http.browser(port, "lead");
        assertThat(browser.submit("/", "/sign-out", "").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?signed-out"));
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void signingInGivesTheBrowserAnotherSession() {
        Http browser = Http.nobody(port);
        String before =
                browser.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        String after = browser.submit("/sign-in", "/sign-in", "username=lead&password=practice")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(before).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);
    }

    @Test
    void anUnknownSessionIsToldThatItEnded() {
        Http nobody = Http.nobody(port);
        HttpResponse<String> answer = nobody.send(nobody.request("/")
                .header("Cookie", "JSESSIONID=0123456789ABCDEF")
                .GET());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?ended"));
    }

    @Test
    void aWrongPasswordKeepsTheNameThatWasTyped() {
        HttpResponse<String> answer =
                Http.nobody(port).submit("/sign-in", "/sign-in", "username=le%22ad&password=wrong");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<title>Error: Sign in - Daymark</title>")
                .contains("value=\"le&quot;ad\"")
                .doesNotContain("wrong\"");
    }

    @Test
    void operatorsFiguresAreForTheAdministrator() {
        assertThat(Http.program(port, "admin").get("/actuator/prometheus").statusCode())
                .isEqualTo(200);
        assertThat(Http.program(port, "head").get("/actuator/prometheus").statusCode())
                .isEqualTo(403);
    }

    @Test
    void howMuchWorkHasStoppedIsToldToTheAdministratorAlone() {
        assertThat(Http.program(port, "admin").get("/actuator/health").body())
                .containsPattern("\"work\":\\{\"status\":\"UP\",\"details\":\\{\"stopped\":\\d+}}");
        assertThat(Http.program(port, "admin").get("/actuator/prometheus").body())
                .contains("daymark_work_stopped ");
        assertThat(Http.program(port, "head").get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void whetherDaymarkIsUpIsOpenToAllAndNothingMore() {
        HttpResponse<String> answer = Http.nobody(port).get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Http.nobody(port).get("/actuator").statusCode()).isEqualTo(401);
    }
}
