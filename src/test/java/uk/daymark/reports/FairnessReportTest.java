package uk.daymark.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/** Steps by need, counted beside what was recorded by hand for ten pupils of one school in March 2025. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FairnessReportTest {

    private static final String OURS = "school=" + ReportFamilies.OURS + "&period=dates&";
    private static final String MARCH = OURS + "from=2025-03-01&to=2025-03-31";
    private static final String FEW = ", few: do not compare";

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    /** Even numbers are in year 7, the others in year 8; every third has SEN support, every fourth free meals. */
    @BeforeAll
    void whatWasDone() {
        ReportFamilies.exist(port);
        ReportFamilies families = new ReportFamilies(context);
        for (int pupil = 25; pupil <= 34; pupil++) {
            families.metThreshold("RW" + pupil, "2025-02-24", "2025-03-20");
        }
        String mother = families.referredCase(ReportFamilies.OURS, "RW25").value();
        families.letter("RW25", "First letter", "2025-03-04", "POSTED", "SCHOOL", "", mother);
        families.letter("RW25", "First letter", "2025-03-05", "POSTED", "SCHOOL", "", mother);
        families.letter("RW27", "Letter of concern", "2025-03-06", "POSTED", "SCHOOL", "", "");
        families.letter("RW28", "First letter", "2025-03-06", "WITHDRAWN", "SCHOOL", "", "");
        families.letter("RW28", "Leave is granted", "2025-03-06", "POSTED", "SCHOOL", "", "");
        families.letter("RW35", "First letter", "2025-03-06", "POSTED", "SCHOOL", "", "");
        families.metWithParents(families.referredCase(ReportFamilies.OURS, "RW25"), "2025-03-10", "HELD");
        families.metWithParents(families.openCase(ReportFamilies.OURS, "RW27"), "2025-03-10", "NOBODY_CAME");
        families.noticeToImprove(families.openCase(ReportFamilies.OURS, "RW27"), "2025-03-12");
        families.referredCase(ReportFamilies.OURS, "RW26");
        families.notice("RW26", "2025-03-14");
        families.notice("RW33", "2025-04-04");
    }

    @Test
    void eachStepIsCountedAmongThoseWhoMetTheThresholdAndNobodyElse() {
        ReadReport report = read("auditor", MARCH);
        assertThat(report.row("All who met the threshold"))
                .containsEntry("Met the threshold", "10")
                .as("two letters to one are one, and a letter about leave is none")
                .containsEntry("Letter about absence", "2 of 10 (20.0%)")
                .as("nobody came to the other")
                .containsEntry("Meeting with parents", "1 of 10 (10.0%)")
                .containsEntry("Notice to improve", "1 of 10 (10.0%)")
                .as("the other was issued in April")
                .containsEntry("Penalty notice", "1 of 10 (10.0%)")
                .containsEntry("Prosecution", "0 of 10 (0.0%)");
        assertThat(report.row("Year 8"))
                .containsEntry("Met the threshold", "5")
                .containsEntry("Letter about absence", "2 of 5 (40.0%)");
        assertThat(report.row("No special educational need")).containsEntry("Met the threshold", "7");
        assertThat(report.text())
                .contains("10 pupils met the threshold; a penalty notice was issued about 1 of 10 (10.0%).");
        report.opensWhatItSays();
    }

    @Test
    void thePageSaysThatOnlyStepsOfTheseDaysCount() {
        assertThat(read("auditor", MARCH).text())
                .contains("about how many of them each step was taken in these days")
                .contains("about a pupil who met the threshold near their end there was little time for one");
    }

    @Test
    void fewPupilsAreMarkedAndHaveNoPercentage() {
        ReadReport report = read("auditor", MARCH);
        assertThat(report.row("SEN support"))
                .containsEntry("Met the threshold", "3")
                .containsEntry("Letter about absence", "1 of 3" + FEW);
        assertThat(report.row("Free school meals")).containsEntry("Penalty notice", "0 of 2" + FEW);
    }

    @Test
    void whatTheRecordsDoNotHoldIsSaidAndNotShownAsNought() {
        ReadReport report = read("auditor", MARCH);
        assertThat(report.text()).contains("hold nothing of it for these pupils: ethnicity, social worker");
        assertThat(report.figures()).doesNotContainKeys("Has a social worker", "Has no social worker");
    }

    /** Twelve pupils in January, three with a plan, two with a social worker; a letter to every second. */
    @Test
    void aFileForSharingSaysNothingOfThreeWithAPlanAndTwoWithASocialWorker() {
        ReportFamilies families = new ReportFamilies(context);
        StringBuilder pupils = new StringBuilder("school_urn,pupil_ref,legal_surname,on_roll_from,sen,child_in_need\n");
        for (int child = 1; child <= 12; child++) {
            String ref = "RW" + child;
            pupils.append(ReportFamilies.OURS + "," + ref + ",Reportwell,2024-09-03," + (child <= 3 ? "E" : "N") + ","
                    + (child == 4 || child == 5 ? "Y" : "N") + "\n");
            families.metThreshold(ref, "2025-01-13", "2025-01-20");
            if (child % 2 == 0) {
                families.letter(ref, "First letter", "2025-01-15", "POSTED", "SCHOOL", "", "");
            }
        }
        ReportFamilies.send(port, "pupils", pupils.toString());
        String january = OURS + "from=2025-01-13&to=2025-01-17";
        assertThat(read("auditor", january).row("Education, health and care plan"))
                .containsEntry("Met the threshold", "3")
                .containsEntry("Penalty notice", "0 of 3" + FEW);
        assertThat(read("auditor", january).row("Has a social worker")).containsEntry("Met the threshold", "2");
        List<String> file = Http.browser(port, "auditor")
                .get("/reports/fairness.csv?" + january + "&sharing=yes")
                .body()
                .lines()
                .toList();
        assertThat(file)
                .contains("\"All who met the threshold\",\"12\",\"6 of 12 (50.0%)\",\"0 of 12 (0.0%)\","
                        + "\"0 of 12 (0.0%)\",\"0 of 12 (0.0%)\",\"0 of 12 (0.0%)\"")
                .contains("\"" + ForSharing.rule(5) + "\"");
        assertThat(file.stream().filter(line -> line.contains("hidden\"")))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.endsWith(",\"hidden\"".repeat(6)))
                .anyMatch(line -> line.startsWith("\"Education, health and care plan\""))
                .anyMatch(line -> line.startsWith("\"Has no social worker\""));
    }

    @Test
    void whatNamesPupilsHasNoFileForSharing() {
        Http auditor = Http.browser(port, "auditor");
        for (String path : List.of(
                "near-the-line?",
                "near-the-line.csv?",
                "fairness/rows.csv?of-row=all&of-figure=met&" + MARCH + "&",
                "fairness/rows?of-row=all&of-figure=met&" + MARCH + "&")) {
            assertThat(auditor.get("/reports/" + path + "sharing=no").statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(auditor.get("/reports/" + path + "sharing=yes").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(auditor.get("/reports/near-the-line").body()).doesNotContain("for sharing");
    }

    @Test
    void anOfficerCountsThoseWhoseCaseWasReferred() {
        ReadReport report = read("officer", MARCH);
        assertThat(report.row("All who met the threshold"))
                .containsEntry("Met the threshold", "2")
                .containsEntry("Penalty notice", "1 of 2" + FEW);
        assertThat(report.text()).contains("a case was referred to the authority");
        report.opensWhatItSays();
    }

    @Test
    void whereNobodyMetTheThresholdThePageSaysSo() {
        assertThat(read("auditor", OURS + "from=2025-03-21&to=2025-03-25").text())
                .contains("Nobody met the threshold in these days, so there is nothing to compare.");
        ReadReport elsewhere = read("lead", MARCH);
        assertThat(elsewhere.figures()).as("of another school").isEmpty();
        assertThat(Http.browser(port, "office").get("/reports/fairness").statusCode())
                .isEqualTo(404);
    }

    private ReadReport read(String user, String query) {
        return new ReadReport(Http.browser(port, user), "fairness", query);
    }
}
