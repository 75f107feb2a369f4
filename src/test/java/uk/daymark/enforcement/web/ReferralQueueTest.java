package uk.daymark.enforcement.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import uk.daymark.Http;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.cases.CaseRef;
import uk.daymark.time.Dates;

/** The officer's queue, the referral, and the sittings of the panel, over HTTP. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralQueueTest {

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    private ReferralsForTests referrals;
    private LocalDate sitting;

    @BeforeAll
    void families() {
        referrals = new ReferralsForTests(context);
        sitting = LocalDate.now(clock).plusDays(21);
    }

    @Test
    void aReferralWaitsInTheQueueOfItsOwnAuthorityUntilItIsDecided() throws Exception {
        ReferralsForTests.Made made = referrals.submitted(port, "PW3", 7);
        CaseRef elsewhere = referrals.elsewhere(port);
        JsonNode line = line(made.ref());
        assertThat(line.at("/kind").asText()).isEqualTo("IRREGULAR");
        assertThat(line.at("/evidence/met").asInt()).isEqualTo(2);
        assertThat(line.at("/evidence/of").asInt()).isEqualTo(6);
        assertThat(line.at("/waited").asInt()).as("working days of a week").isBetween(2, 5);
        assertThat(line.at("/actBy/safe").asText()).isEqualTo("2026-03-08");
        assertThat(line.at("/actBy/outer").asText()).isEqualTo("2026-03-10");
        assertThat(line.at("/parents")).hasSize(2);
        assertThat(line.at("/undecided").asInt()).isEqualTo(2);
        assertThat(Http.program(port, "officer").get("/api/referrals?size=200").body())
                .doesNotContain(elsewhere.value());
        assertThat(browser("officer").get("/referrals/" + elsewhere).statusCode())
                .isEqualTo(404);

        HttpResponse<String> page = browser("panel").get("/referrals/" + made.ref() + "?kind=irregular");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Evidence: 2 of 6 met", "Early help offered", "Needs your view", "Could not be checked")
                .contains("Early help was offered twice and refused.", "href=\"/referrals?kind=irregular\"")
                .contains(">Nadia3 Pagewell, mother<", ">Omar3 Pagewell, father<");
    }

    @Test
    void whoIsInvestigatedAndWhoseNoticeWaitsStaysInTheQueueWithTheDayToActBy() throws Exception {
        ReferralsForTests.Made made = referrals.submitted(port, "PW9", 3);
        referrals.accepted(made, sitting.plusDays(14));
        referrals.stands(made.mother(), "INVESTIGATION");
        referrals.stands(made.father(), "PENALTY_NOTICE");
        JsonNode line = line(made.ref());
        assertThat(line.at("/undecided").asInt()).isEqualTo(2);
        assertThat(line.at("/actBy/safe").asText()).isEqualTo("2026-03-08");
        referrals.stands(made.mother(), "ENDED");
        assertThat(line(made.ref()).at("/undecided").asInt()).isEqualTo(1);
        referrals.stands(made.father(), "PROSECUTION");
        assertThat(Http.program(port, "officer").get("/api/referrals?size=200").body())
                .doesNotContain(made.ref().value());
    }

    @Test
    void theQueueIsFilteredAndSortedInItsAddress() throws Exception {
        referrals.submitted(port, "PW4", 30);
        Http officer = browser("officer");
        assertThat(officer.get("/referrals?q=PW4&kind=irregular&sort=waiting").body())
                .contains("Referrals that wait (1)", "Amira4 Pagewell (PW4)", "with “", "aria-sort=\"descending\"")
                .contains("?q=PW4&amp;kind=irregular&amp;sort=waiting");
        assertThat(officer.get("/referrals?q=PW4&kind=leave").body())
                .contains("No referral that waits fits the filter.");
        assertThat(officer.get("/referrals?q=PW4&sort=no-such&standing=no-such&page=0&kind=none")
                        .statusCode())
                .isEqualTo(200);
        JsonNode all = json(Http.program(port, "officer").get("/api/referrals?sort=waiting&size=200"));
        List<Integer> waited = all.at("/items").findValues("waited").stream()
                .map(JsonNode::asInt)
                .toList();
        assertThat(waited).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void theAgendaIsWorkedDownItemByItem() {
        ReferralsForTests.Made made = referrals.submitted(port, "PW5", 2);
        referrals.accepted(made, sitting);
        referrals.task(made, made.mother().toString(), "PW5", "officer", "Decide for Nadia5 Pagewell");
        referrals.task(made, made.father().toString(), "PW5", "officer", "Decide for Omar5 Pagewell");
        Http officer = browser("officer");
        assertThat(officer.get("/panel").body()).contains("/panel/" + sitting, "2 parents, 2 to decide");
        String agenda = officer.get("/panel/" + sitting).body();
        assertThat(agenda)
                .contains("<h1 class=\"govuk-heading-l\">Panel on " + new Dates().weekday(sitting) + "</h1>")
                .contains("1. Nadia5 Pagewell, mother of Amira5 Pagewell (PW5)", "2. Omar5 Pagewell, father of")
                .contains("Decide the next item");
        String first = task(agenda, "Decide for Nadia5 Pagewell");
        HttpResponse<String> done = officer.submit(
                first, first, "version=1&field-route=act&field-reason=Support+was+refused&confirmed=yes");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        HttpResponse<String> on = officer.get(location(done));
        assertThat(on.statusCode()).as("the next item is open at once").isEqualTo(302);
        assertThat(location(on)).isEqualTo(task(agenda, "Decide for Omar5 Pagewell"));
        assertThat(officer.get(location(on)).body()).contains("Saved: Decide for Nadia5 Pagewell");

        assertThat(officer.get("/panel/" + sitting.plusDays(1)).statusCode()).isEqualTo(404);
        assertThat(officer.get("/panel/next-week").statusCode()).isEqualTo(404);
    }

    @Test
    void minutesAreAddedToAndCorrectedButNeverChanged() {
        LocalDate day = sitting.plusDays(7);
        referrals.accepted(referrals.submitted(port, "PW6", 2), day);
        String address = "/panel/" + day;
        Http panel = browser("panel");
        assertThat(panel.submit(address, address + "/minutes", "part=PRESENT&words=")
                        .body())
                .contains("Enter what is to be written");
        assertThat(panel.submit(address, address + "/minutes", "words=Hello").body())
                .contains("Choose what the line is about");
        assertThat(panel.submit(address, address + "/minutes", "part=PRESENT&words=Pat+Panell")
                        .statusCode())
                .isEqualTo(302);
        String line = panel.get(address).body().replaceFirst("(?s).*" + address + "/minutes/([0-9]+)/correct.*", "$1");
        String correct = address + "/minutes/" + line + "/correct";
        assertThat(panel.submit(correct, correct, "words=Pat+Panel&why=").body())
                .contains("Say why it is corrected");
        assertThat(panel.submit(correct, correct, "words=Pat+Panel&why=Spelling")
                        .statusCode())
                .isEqualTo(302);
        assertThat(panel.submit(correct, correct, "words=Someone&why=Again").statusCode())
                .as("the line that was corrected already")
                .isEqualTo(409);
        assertThat(browser("auditor").get(address).body())
                .contains("Pat Panel</span>", "Before: Pat Panell", "Corrected because: Spelling")
                .doesNotContain("Add to the minutes");
        assertThat(browser("auditor")
                        .submit("/", address + "/minutes", "part=NOTES&words=x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyCheckOfTheTableHasAName() throws Exception {
        String table = new ClassPathResource("processes/referral-admissibility.dmn")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        List<String> codes = Pattern.compile("\"([A-Z]+_[A-Z0-9_]+)\"")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(ResourceBundle.getBundle("messages/referral-checks").keySet())
                .containsAll(codes);
    }

    private static String task(String agenda, String title) {
        return agenda.replaceFirst("(?s).*href=\"(/tasks/[^\"]+)\">" + title + "<.*", "$1")
                .replace("&amp;", "&");
    }

    private JsonNode line(CaseRef ref) throws Exception {
        for (JsonNode item : json(Http.program(port, "officer").get("/api/referrals?size=200"))
                .at("/items")) {
            if (item.at("/caseRef").asText().equals(ref.value())) {
                return item;
            }
        }
        throw new AssertionError(ref + " does not wait");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private Http browser(String user) {
        return Http.browser(port, user);
    }
}
