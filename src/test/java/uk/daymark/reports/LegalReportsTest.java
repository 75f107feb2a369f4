package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import uk.daymark.Http;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseRef;

/** Referrals and notices, counted beside what was recorded by hand for one school in June 2025. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegalReportsTest {

    private static final String JUNE = "period=dates&from=2025-06-02&to=2025-06-30";
    private static final String OUR_JUNE = "school=" + ReportFamilies.OURS + "&" + JUNE;
    private static final String N_MARKS = "N_MARKS_IN_PERIOD";
    private static final String EARLY_HELP = "EARLY_HELP_NOT_OFFERED";

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    @BeforeAll
    void whatWasDone() {
        ReportFamilies.exist(port);
        ReportFamilies families = new ReportFamilies(context);
        referrals(families);
        notices(families);
    }

    private static void referrals(ReportFamilies families) {
        CaseRef mended = families.referredCase(ReportFamilies.OURS, "RW1");
        families.sent(mended, 1, "2025-06-02", "RETURNED", "return", "2025-06-05", N_MARKS, EARLY_HELP);
        families.sent(mended, 2, "2025-06-09", "ACCEPTED", "accept", "2025-06-10");
        CaseRef slow = families.referredCase(ReportFamilies.OURS, "RW2");
        families.sent(slow, 1, "2025-06-03", "RETURNED", "return", "2025-06-24", N_MARKS);
        families.sent(
                families.referredCase(ReportFamilies.OURS, "RW3"), 1, "2025-06-04", "ACCEPTED", "accept", "2025-06-11");
        families.sent(
                families.referredCase(ReportFamilies.OURS, "RW4"), 1, "2025-06-05", "ENDED", "refuse", "2025-06-06");
        families.sent(families.referredCase(ReportFamilies.OURS, "RW5"), 1, "2025-06-06", "SUBMITTED", "", "");
        families.sent(
                families.referredCase(ReportFamilies.OURS, "RW6"), 1, "2025-06-06", "STOPPED", "stop", "2025-06-09");
        families.sent(families.referredCase(ReportFamilies.THEIRS, "RW1"), 1, "2025-06-04", "SUBMITTED", "", "");
    }

    private static void notices(ReportFamilies families) {
        families.paid(families.notice("RW11", "2025-06-02"), "2025-06-10", 80);
        families.paid(families.notice("RW12", "2025-06-02"), "2025-06-27", 160);
        families.paid(families.notice("RW13", "2025-06-03"), "2025-06-12", 50);
        families.notice("RW14", "2025-06-03");
        String wrong = families.notice("RW15", "2025-06-04");
        families.paid(wrong, "2025-06-09", 80);
        families.withdrawn(wrong, "2025-06-16", "material errors");
        families.prosecuted(families.notice("RW16", "2025-06-04"), "2025-08-01", "CONVICTED");
        families.prosecuted(families.notice("RW17", "2025-06-05"), "2025-08-01", "ENDED");
    }

    @Test
    void eachReferralStandsWhereItsAnswerPutsIt() {
        ReadReport report = read("officer", "referrals", OUR_JUNE);
        assertThat(report.row("Reportwell School"))
                .containsEntry("Sent", "7")
                .containsEntry("Sent again after a return", "1")
                .containsEntry("Not answered yet", "1")
                .containsEntry("Returned", "2")
                .containsEntry("Accepted", "2")
                .containsEntry("Accepted after a return", "1")
                .containsEntry("Refused", "1")
                .containsEntry("Ended otherwise", "1")
                .containsEntry("Answered in time", "4")
                .containsEntry("Late", "2")
                .as("1, 1, 3, 5 and 15 working days")
                .containsEntry("Working days to an answer, middle value", "3 (of 5)");
        assertThat(report.text())
                .contains(
                        "7 referrals were sent: 2 accepted, 2 returned, 1 refused, 1 not answered yet, 1 ended otherwise.",
                        "within 5 working days");
        report.opensWhatItSays();
    }

    @Test
    void askingForSupportInsteadIsAnAnswerAndTheEndOfACaseIsNone() {
        ReportFamilies families = new ReportFamilies(context);
        families.sent(
                families.referredCase(ReportFamilies.OURS, "RW7"),
                1,
                "2025-05-06",
                "ENDED",
                "support-instead",
                "2025-05-20");
        families.sent(
                families.referredCase(ReportFamilies.OURS, "RW8"), 1, "2025-05-06", "STOPPED", "stop", "2025-05-07");
        ReadReport report = read(
                "officer",
                "referrals",
                "school=" + ReportFamilies.OURS + "&period=dates&from=2025-05-06&to=2025-05-06");
        assertThat(report.row("Reportwell School"))
                .containsEntry("Ended otherwise", "2")
                .containsEntry("Answered in time", "0")
                .containsEntry("Late", "1")
                .containsEntry("Working days to an answer, middle value", "10 (of 1)");
        report.opensWhatItSays();
    }

    @Test
    void returnsAreCountedByTheCheckThatWasNotMetAndWhetherItWasPutRight() {
        ReadReport report = read("officer", "referrals", OUR_JUNE + "&by=check");
        assertThat(report.figures().values())
                .extracting(cells -> List.copyOf(cells.values()))
                .containsExactlyInAnyOrder(
                        List.of("2", "1", "1"), // the N marks
                        List.of("1", "1", "0"), // early help
                        List.of("2", "1", "1")); // all
        assertThat(report.figures()).containsKey("All");
        report.opensWhatItSays();
    }

    @Test
    void eachNoticeStandsInOneColumnOfWhatBecameOfIt() {
        ReadReport report = read("officer", "notices", OUR_JUNE);
        assertThat(report.row("Reportwell School"))
                .containsEntry("Issued", "7")
                .containsEntry("Paid at the lower rate", "1")
                .containsEntry("Paid at the full rate", "1")
                .containsEntry("Can still be paid", "0")
                .as("one of them in part, one whose prosecution ended without a verdict")
                .containsEntry("Not paid in time", "3")
                .containsEntry("Withdrawn", "1")
                .containsEntry("Prosecuted", "1")
                .containsEntry("Paid in part only", "1")
                .containsEntry("Ever in court", "2")
                .containsEntry("Refund owed", "1");
        assertThat(report.text())
                .contains("7 penalty notices were issued; one in 7 was withdrawn (1 of 7).")
                .contains("Refunds owed for these notices: £80.");
        report.opensWhatItSays();
        assertThat(report.behind("Reportwell School", "Refund owed").get(0).getFields())
                .contains("material errors", "£80", "Withdrawn");
    }

    @Test
    void whereMostNoticesWereWithdrawnTheirNumberIsSaid() {
        ReportFamilies families = new ReportFamilies(context);
        families.notice("RW9", "2025-05-12");
        families.withdrawn(families.notice("RW10", "2025-05-12"), "2025-05-19", "material errors");
        families.withdrawn(families.notice("RW19", "2025-05-13"), "2025-05-19", "material errors");
        assertThat(read(
                                "officer",
                                "notices",
                                "school=" + ReportFamilies.OURS + "&period=dates&from=2025-05-12&to=2025-05-13")
                        .text())
                .contains("3 penalty notices were issued; 2 of 3 were withdrawn.");
        assertThat(read(
                                "officer",
                                "notices",
                                "school=" + ReportFamilies.OURS + "&period=dates&from=2025-05-13&to=2025-05-13")
                        .text())
                .contains("1 penalty notice was issued; 1 of 1 was withdrawn.");
    }

    @Test
    void withdrawalsAndCourtResultsHaveTheirOwnTables() {
        ReadReport grounds = read("officer", "notices", OUR_JUNE + "&by=ground");
        assertThat(grounds.row("Material errors"))
                .containsEntry("Withdrawn, of all issued", "1 of 7 (14.3%)")
                .containsEntry("Refund owed", "1");
        grounds.opensWhatItSays();
        ReadReport court = read("officer", "notices", OUR_JUNE + "&by=court");
        assertThat(court.row("Convicted, or pleaded guilty")).containsEntry("Prosecutions", "1");
        assertThat(court.row("Ended without a verdict")).containsEntry("Prosecutions", "1");
        court.opensWhatItSays();
    }

    @Test
    void aNoticeOfTodayCanStillBePaid() {
        String today = LocalDate.now(clock).toString();
        new ReportFamilies(context).notice("RW18", today);
        assertThat(read(
                                "officer",
                                "notices",
                                "school=" + ReportFamilies.OURS + "&period=dates&from=" + today + "&to=" + today)
                        .row("Reportwell School"))
                .containsEntry("Can still be paid", "1");
    }

    @Test
    void aSchoolSeesThatItsNoticesWerePaidAndNothingOfTheMoney() {
        ReportResult result =
                made("notices", new SignedIn("ours", "Ours", Role.HEAD, Optional.of(ReportFamilies.OURS)));
        assertThat(result.table().columns())
                .extracting(Column::title)
                .containsExactly(
                        "School",
                        "Issued",
                        "Paid",
                        "Can still be paid",
                        "Not paid in time",
                        "Withdrawn",
                        "Prosecuted",
                        "Ever in court");
        assertThat(result.table().rows().get(0).cells())
                .extracting(Cell::text)
                .containsExactly("7", "2", "0", "3", "1", "1", "2");
        assertThat(result.toString()).doesNotContain("£", "lower rate");
    }

    @Test
    void theWayBackFromRowsLeadsToTheReportAsItWasAsked() {
        String rows = Http.browser(port, "officer")
                .get("/reports/referrals/rows?" + OUR_JUNE + "&by=check&of-row=all&of-figure=returned")
                .body();
        String back = Jsoup.parse(rows).select("a.govuk-back-link").attr("href");
        assertThat(back.replaceFirst("\\?.*", "")).isEqualTo("/reports/referrals");
        assertThat(back.replaceFirst(".*\\?", "").split("&"))
                .as("and nothing of the figure that was opened")
                .containsExactlyInAnyOrder((OUR_JUNE + "&by=check").split("&"));
    }

    @Test
    void anotherSchoolsReferralsAndNoticesAreNotThereForALead() {
        for (String name : List.of("referrals", "notices")) {
            ReadReport report = read("lead", name, OUR_JUNE);
            assertThat(report.figures()).isEmpty();
            assertThat(report.text()).contains("in these days. Choose other days above");
            HttpResponse<String> rows = Http.browser(port, "lead")
                    .get("/reports/" + name + "/rows?" + OUR_JUNE + "&of-row=" + ReportFamilies.OURS + "&of-figure="
                            + (name.equals("notices") ? "issued" : "sent"));
            assertThat(rows.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anotherAuthoritysAreNotThereForAnOfficerOrAnAuditor() {
        for (String user : List.of("officer", "auditor", "panel")) {
            assertThat(read(user, "referrals", JUNE).figures())
                    .containsKey("Reportwell School")
                    .doesNotContainKey("Farwell School");
        }
    }

    @Test
    void theOfficeAndTheAdministratorHaveNeitherReport() {
        for (String user : List.of("office", "admin")) {
            for (String name : List.of("referrals", "notices")) {
                assertThat(Http.browser(port, user).get("/reports/" + name).statusCode())
                        .isIn(403, 404);
            }
        }
    }

    private ReadReport read(String user, String name, String query) {
        return new ReadReport(Http.browser(port, user), name, query);
    }

    private ReportResult made(String name, SignedIn person) {
        Reports reports = context.getBean(Reports.class);
        Map<String, String> errors = new HashMap<>();
        Asked asked =
                reports.asked(person, Map.of("period", "dates", "from", "2025-06-02", "to", "2025-06-30"), errors);
        assertThat(errors).isEmpty();
        return reports.find(name, person).make(asked);
    }
}
