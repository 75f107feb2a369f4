package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.letters.HoldWords;
import uk.daymark.letters.LetterReach;
import uk.daymark.letters.LetterRecords;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** Letters and offers of support, counted beside what was recorded by hand for one school in May 2025. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettersAndOffersTest {

    private static final String MAY = "school=" + ReportFamilies.OURS + "&period=dates&from=2025-05-05&to=2025-05-30";
    private static final String FEBRUARY =
            "school=" + ReportFamilies.OURS + "&period=dates&from=2025-02-03&to=2025-02-28";
    private static final DateRange DAYS = new DateRange(LocalDate.parse("2025-05-05"), LocalDate.parse("2025-05-30"));

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @BeforeAll
    void whatWasDone() {
        ReportFamilies.exist(port);
        ReportFamilies families = new ReportFamilies(context);
        String referred = families.referredCase(ReportFamilies.OURS, "RW21").value();
        families.letter("RW21", "First letter", "2025-05-06", "POSTED", "SCHOOL", "", referred);
        families.letter(
                "RW21", "First letter", "2025-05-07", "HELD", "SCHOOL", "court-order address-withheld", referred);
        families.letter("RW21", "Letter of concern", "2025-05-08", "POSTED", "SCHOOL", "court-order", referred);
        families.letter("RW21", "Penalty notice", "2025-05-09", "POSTED", "AUTHORITY", "address-not-usable", referred);
        families.letter("RW22", "First letter", "2025-05-12", "WITHDRAWN", "SCHOOL", "", "");
        families.letter("RW22", "First letter", "2025-05-13", "PROPOSED", "SCHOOL", "", "");
        offers(new CaseRef(referred), families.openCase(ReportFamilies.OURS, "RW22"));
    }

    private void offers(CaseRef referred, CaseRef atSchool) {
        Support support = context.getBean(Support.class);
        support.add(referred, offered(SupportKind.EARLY_HELP, "2025-05-06", Response.DECLINED), "");
        support.add(referred, offered(SupportKind.MEETING, "2025-05-07", Response.ACCEPTED), "");
        support.add(referred, offered(SupportKind.LETTER, "2025-05-07", Response.NOT_YET), "");
        SupportRecord wrong =
                support.add(atSchool, offered(SupportKind.EARLY_HELP, "2025-05-08", Response.NO_ANSWER), "");
        support.correct(
                wrong, offered(SupportKind.EARLY_HELP, "2025-05-08", Response.NOT_YET), "It was another family.");
    }

    private static Details offered(SupportKind kind, String on, Response response) {
        return Details.offered(kind, LocalDate.parse(on), "call", response, "");
    }

    @Test
    void anOfficerCountsTheAuthoritysLettersAndTheSchoolsInCasesThatWereReferred() {
        ReadReport report = read("officer", "letters", MAY);
        assertThat(report.row("First letter"))
                .containsEntry("Written", "2")
                .containsEntry("Sent", "1")
                .containsEntry("Held", "1")
                .containsEntry("Not sent", "0");
        assertThat(report.row("Penalty notice")).containsEntry("Sent", "1");
        assertThat(report.row("All")).containsEntry("Written", "4").containsEntry("Sent", "3");
        assertThat(report.text()).contains("4 letters were written: 3 sent, 1 held.", "delivered does not mean read");
        report.opensWhatItSays();
    }

    @Test
    void lettersAreCountedByEachThingThatSpokeAgainstThem() {
        ReadReport report = read("officer", "letters", MAY + "&by=hold");
        assertThat(report.row("There is a court order about the parent"))
                .containsEntry("Letters", "2")
                .containsEntry("Sent all the same", "1")
                .containsEntry("Held", "1");
        assertThat(report.row("The address is a secret")).containsEntry("Letters", "1");
        assertThat(report.row("All")).containsEntry("Letters", "3");
        report.opensWhatItSays();
    }

    @Test
    void theOfficeCountsItsOwnSchoolsAndALeadLearnsNothingOfWhatHeldTheAuthoritys() {
        LetterRecords records = context.getBean(LetterRecords.class);
        Scope school = Scope.school(new Urn(ReportFamilies.OURS));
        assertThat(records.written(reach(Role.OFFICE, school), DAYS))
                .hasSize(5)
                .noneMatch(one -> one.title().equals("Penalty notice"));
        assertThat(records.written(reach(Role.LEAD, school), DAYS))
                .hasSize(6)
                .filteredOn(one -> one.title().equals("Penalty notice"))
                .allMatch(one -> one.holds().isEmpty());
        assertThat(read("office", "letters", MAY).figures())
                .as("of another school")
                .isEmpty();
    }

    private static LetterReach reach(Role role, Scope scope) {
        return LetterReach.of(new SignedIn("x", "X", role, Optional.of(ReportFamilies.OURS)), scope);
    }

    @Test
    void whatSpokeAgainstALetterIsNotForTheOffice() {
        Reports reports = context.getBean(Reports.class);
        SignedIn office = new SignedIn("ours", "Ours", Role.OFFICE, Optional.of(ReportFamilies.OURS));
        Map<String, String> address = new HashMap<>(
                Map.of("period", "dates", "from", "2025-05-05", "to", "2025-05-30", "by", "hold", "of-row", "all"));
        address.put("of-figure", "held");
        Report letters = reports.find("letters", office);
        ReportResult report = letters.make(reports.asked(office, address, new HashMap<>()));
        ReportResult rows = letters.rows(reports.asked(office, address, new HashMap<>()));
        assertThat(report.table().columns().get(0).title())
                .as("and not by hold")
                .isEqualTo("Letter");
        assertThat(report.filters()).isEmpty();
        assertThat(rows.table().rows()).hasSize(1);
        assertThat(report + " " + rows).contains("First letter").doesNotContain("court order", "secret");
    }

    @Test
    void whatBecameOfALetterIsEnteredByWhoSentItAndCountedAsItStands() {
        ReportFamilies families = new ReportFamilies(context);
        String referred = families.referredCase(ReportFamilies.OURS, "RW23").value();
        families.letter("RW23", "Penalty notice", "2025-02-05", "POSTED", "AUTHORITY", "", referred);
        String ref = read("officer", "letters", FEBRUARY)
                .behind("Penalty notice", "Sent")
                .get(0)
                .getField(0);
        String page = "/letters/" + ref + "/news";
        Http officer = Http.browser(port, "officer");
        assertThat(officer.submit(page, page, "what=&on=").body())
                .contains("Error: ", "Choose what became of the letter", "Enter the day, like 15 September 2025");
        assertThat(officer.submit(page, page, "what=came-back&on=2025-02-04").body())
                .contains("The day must be from 5 February 2025");
        assertThat(officer.submit(page, page, "what=neither&on=2025-02-10").body())
                .contains("Nothing was entered before");
        assertThat(officer.submit(page, page, "what=came-back&on=2025-02-10&note=Gone+away")
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get("/letters/" + ref).body())
                .contains("It came back undelivered, on 10 February 2025: Gone away");
        ReadReport report = read("officer", "letters", FEBRUARY);
        assertThat(report.row("Penalty notice")).containsEntry("Came back", "1").containsEntry("Answered", "0");
        report.opensWhatItSays();
        assertThat(officer.submit(page, page, "what=neither&on=2025-02-10").statusCode())
                .isEqualTo(302);
        assertThat(read("officer", "letters", FEBRUARY).row("Penalty notice")).containsEntry("Came back", "0");
        assertThat(Http.browser(port, "lead").get(page).statusCode()).isEqualTo(404);
        assertThat(Http.browser(port, "auditor").get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void offersAreCountedAsTheyStandAndLettersAreNone() {
        ReadReport report = read("auditor", "offers", MAY);
        assertThat(report.row("Early help assessment"))
                .containsEntry("Offered", "2")
                .containsEntry("Refused", "1")
                .containsEntry("Waiting", "1")
                .as("what was corrected does not count")
                .containsEntry("No answer", "0");
        assertThat(report.row("All")).containsEntry("Offered", "3").containsEntry("Taken", "1");
        report.opensWhatItSays();
    }

    @Test
    void anOfficerCountsTheOffersOfCasesThatWereReferred() {
        ReadReport report = read("officer", "offers", MAY);
        assertThat(report.row("All")).containsEntry("Offered", "2");
        assertThat(report.text()).contains("cases that were referred");
        assertThat(read("officer", "offers", MAY + "&by=school-name").row("Reportwell School"))
                .containsEntry("Offered", "2");
    }

    @Test
    void everyRuleThatHoldsALetterHasAName() throws IOException {
        String table = new ClassPathResource("processes/letter-holds.dmn").getContentAsString(StandardCharsets.UTF_8);
        List<String> rules = Pattern.compile("<rule id=\"([^\"]+)\"")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(rules).hasSizeGreaterThan(10);
        HoldWords words = context.getBean(HoldWords.class);
        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(words.name(rule).toLowerCase(Locale.UK)).isNotEqualTo(rule.replace('-', ' ')));
    }

    private ReadReport read(String user, String name, String query) {
        return new ReadReport(Http.browser(port, user), name, query);
    }
}
