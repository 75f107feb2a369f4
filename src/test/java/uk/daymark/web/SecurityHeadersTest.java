package uk.daymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;

@WebTest
class SecurityHeadersTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/nothing",
                "/test/fail/unexpected",
                "/daymark/app.css",
                "/vendor/govuk-frontend-6.6.0/govuk-frontend.min.js",
                "/api/nothing",
                "/actuator/health",
                // Refused by the firewall, before any of our own code.
                "/sign-in;x=1"
            })
    void everyAnswerTellsTheBrowserToBeCareful(String path) {
        HttpResponse<String> answer = Http.browser(port, "lead").get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void pagesAreNotKeptButOurOwnFilesAre() {
        Http browser = Http.browser(port, "lead");
        assertThat(browser.get("/").headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(browser.get("/daymark/app.css").headers().allValues("Cache-Control"))
                .containsExactly("max-age=31536000");
    }

    @Test
    void whatTheFirewallRefusesIsAPageOfOurs() {
        HttpResponse<String> answer = Http.nobody(port).get("/sign-in;x=1");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("- Daymark</title>");
    }
}
