package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;

/** Absence before and after a letter, beside a pupil who missed as much and got none, counted beside the marks as they were sent. */
class AbsenceBesideAStepTest {

    private static final String SCHOOL = "910341";
    private static final String HALF_TERM = "2025-10-27";
    private static final String STEP = "2025-10-21";
    private static final String PRESENT = "/,\\,/,\\,/,\\,/,\\,/,\\";
    private static final String TWO_DAYS = "I,I,I,I,/,\\,/,\\,/,\\";
    private static final String ONE_DAY = "I,I,/,\\,/,\\,/,\\,/,\\";

    private static OwnApplication daymark;

    @BeforeAll
    static void fourPupils() {
        daymark = OwnApplication.empty("2025-09-03T08:00", SCHOOL);
        new Casework(daymark, SCHOOL).exists("hertfordshire", "hertfordshire", "LETTER", "LIKE", "ALSO", "WELL");
        daymark.moveTo("2025-12-15T08:30");
        StringBuilder marks =
                new StringBuilder("school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,"
                        + "wed_pm,thu_am,thu_pm,fri_am,fri_pm\n");
        weeks().forEach((monday, before) -> {
            week(marks, "LETTER", monday, before ? TWO_DAYS : PRESENT);
            week(marks, "LIKE", monday, before ? TWO_DAYS : ONE_DAY);
            week(marks, "ALSO", monday, TWO_DAYS);
            week(marks, "WELL", monday, PRESENT);
        });
        daymark.send("marks-week", marks.toString());
        posted("LETTER", "L-2025-90001", STEP);
        posted("ALSO", "L-2025-90002", "2025-10-22");
        posted("WELL", "L-2025-90003", "2025-12-10");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    /** The school weeks of the autumn, each with whether it lies before that of the letters. */
    private static Map<LocalDate, Boolean> weeks() {
        Map<LocalDate, Boolean> weeks = new TreeMap<>();
        for (LocalDate monday = LocalDate.parse("2025-09-08");
                monday.isBefore(LocalDate.parse("2025-12-15"));
                monday = monday.plusWeeks(1)) {
            if (!monday.toString().equals(HALF_TERM)) {
                weeks.put(monday, monday.isBefore(LocalDate.parse("2025-10-20")));
            }
        }
        return weeks;
    }

    private static void week(StringBuilder marks, String ref, LocalDate monday, String codes) {
        marks.append(String.join(",", SCHOOL, ref, monday.toString(), codes)).append('\n');
    }

    private static void posted(String ref, String letter, String on) {
        daymark.bean(JdbcTemplate.class)
                .update(
                        "insert into letter (ref, template, title, template_version, legal_warning, school_urn,"
                                + " enrolment_id, process_key, contact_id, recipient, address, email, html, plain_text,"
                                + " sha256, fingerprint, figures, holds, proposed_at, state, sent_on, sent_how, why, sender)"
                                + " select ?, 'soft-letter', 'First letter', '0', false, ?, e.id, 'X', c.contact_id, '', '',"
                                + " '', '', '', '', '', '', '', current_timestamp, 'POSTED', ?, '', '', 'SCHOOL'"
                                + " from enrolment e join pupil_contact c on c.pupil_id = e.pupil_id where e.pupil_ref = ?",
                        letter,
                        SCHOOL,
                        LocalDate.parse(on),
                        ref);
    }

    @Test
    void aPupilIsComparedWithOneWhoMissedAsMuchAndWasSentNothing() {
        Map<String, String> row = row(page("lead", "/reports/outcomes"), "Letter about absence");
        int weeks = 6;
        assertThat(row)
                .containsEntry("Pupils with the step", "3")
                .containsEntry("Compared", "1")
                .as("four sessions a week before, none after; of one pupil no percentage")
                .containsEntry("Missed before", 4 * weeks + " of " + 10 * weeks + " sessions, few pupils")
                .containsEntry("Missed after", "0 of " + 10 * weeks + " sessions, few pupils")
                .as("the other without a letter")
                .containsEntry("Similar pupils, before", 4 * weeks + " of " + 10 * weeks + " sessions, few pupils")
                .containsEntry("Similar pupils, after", 2 * weeks + " of " + 10 * weeks + " sessions, few pupils")
                .as("who missed as much is compared already")
                .containsEntry("Nobody similar", "1")
                .as("the weeks after the letter of December are not over")
                .containsEntry("Not reckoned", "1");
    }

    @Test
    void theFigureOpensBothPupils() {
        Document behind = page("lead", "/reports/outcomes/rows?of-row=LETTER&of-figure=compared");
        assertThat(behind.select("#figures tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("21 October 2025", "24 of 60", "0 of 60", "12 of 60");
        assertThat(behind.select("#figures a").eachAttr("href"))
                .containsExactly("/pupils/" + SCHOOL + "/LETTER", "/pupils/" + SCHOOL + "/LIKE");
    }

    @Test
    void thePageSaysHowPupilsAreMatchedAndThatManyGetBetterAnyway() {
        assertThat(page("head", "/reports/outcomes").select("main").text())
                .contains("Pupils are picked when they are at their worst; many get better anyway.")
                .contains("regression to the mean")
                .contains("Steps were taken about 3 pupils. Compared with a similar pupil: 1.")
                .contains("had the same kind of step in the weeks before already")
                .contains("6 school weeks before lies nearest and no more than 5 percentage points away");
    }

    @Test
    void anOfficerWhoKnowsNoneOfThemSeesNothing() {
        assertThat(page("officer", "/reports/outcomes").select("#figures")).isEmpty();
    }

    private static Document page(String user, String path) {
        return Jsoup.parse(Http.browser(daymark.port(), user).get(path).body());
    }

    private static Map<String, String> row(Document page, String head) {
        List<String> heads = page.select("#figures thead th").eachText();
        Element row = page.select("#figures tbody tr").stream()
                .filter(one -> one.child(0).text().equals(head))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + head + " in " + page.text()));
        Map<String, String> cells = new TreeMap<>();
        for (int at = 1; at < heads.size(); at++) {
            cells.put(heads.get(at), row.child(at).text());
        }
        return cells;
    }
}
