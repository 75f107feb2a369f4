package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.enforcement.court.Prosecution;
import uk.daymark.enforcement.court.Prosecutions;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.people.Contacts;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Processes;

/** The case of a parent about whom an officer decided is closed: the files are closed with it and no letter is left to be sent. */
class AClosedCaseEndsWhatIsUnderWayForItsParentsTest {

    private static final String SCHOOL = "999001";
    /** As long as a reason can be. */
    private static final String LONG = "x".repeat(2000);

    private static OwnApplication daymark;
    private static Casework school;

    @BeforeAll
    static void familiesThatWereReferred() {
        daymark = OwnApplication.empty("2025-09-03T08:00", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        school.exists("hertfordshire", "hertfordshire", "81", "82");
        daymark.moveTo("2025-11-24T08:30");
        for (String pupil : new String[] {"81", "82"}) {
            school.present(pupil, "2025-09-01", "2025-11-03");
            school.week(pupil, "2025-11-10", "O O O O O O O O O O");
            school.week(pupil, "2025-11-17", "O O / \\ / \\ / \\ / \\");
        }
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static ParentKey decided(String pupil, String outcome) {
        CaseFile file = school.caseOf(pupil);
        ParentKey key = daymark.bean(Turn.class).alone(() -> {
            daymark.bean(Cases.class).refer(file.ref(), "The threshold is met.");
            daymark.bean(JdbcTemplate.class)
                    .update(
                            "insert into referral (case_ref, round_number, route, period_from, period_to, statement, standing,"
                                    + " begun_at, submitted_why, answer, answered_why, to_put_right, findings, version)"
                                    + " values (?, 1, 'IRREGULAR', ?, ?, 'Support was offered.', 'ACCEPTED', current_timestamp,"
                                    + " '', 'accept', '', '', '', 1)",
                            file.ref().value(),
                            LocalDate.parse("2025-11-10"),
                            LocalDate.parse("2025-11-21"));
            Contacts.OfPupil mother =
                    daymark.bean(Contacts.class).of(file.pupil()).get(0);
            ParentKey named = daymark.bean(LiableParents.class)
                    .name(
                            file.ref(),
                            new LiableParents.Named(
                                    mother.contact().id(),
                                    "Nadia Khan",
                                    "1 Elm Road",
                                    "mother",
                                    "The child lives with her"));
            daymark.bean(Processes.class).start("parent-decision", named.toString(), Map.of("route", "irregular"));
            return named;
        });
        school.does(
                "officer",
                pupil,
                "decide-by-officer",
                Map.of("decision", outcome, "reason", "Every offer was refused"));
        return key;
    }

    private static void closed(ParentKey key) {
        daymark.bean(Cases.class).close(key.caseRef(), LONG, "");
        assertThat(daymark.bean(Letters.class).ofKey(key.toString()))
                .extracting(Letter::state)
                .containsOnly(Letter.State.WITHDRAWN);
        assertThat(daymark.bean(LiableParents.class).find(key).orElseThrow().standing())
                .isEqualTo(LiableParent.Standing.ENDED);
    }

    @Test
    void aProsecutionThatWasNotBegunIsClosedWithItsReasonAndTheCautionIsNotPosted() {
        ParentKey key = decided("81", "open-court");
        school.does(
                "officer",
                "81",
                "consider-supervision-order",
                Map.of(
                        "decision", "prosecute",
                        "considered", LONG,
                        "chargedFrom", "2025-11-10",
                        "chargedTo", "2025-11-21",
                        "ladderReason", "No step before it would help",
                        "reason", LONG));
        DecisionMade made = daymark.bean(DecisionsMade.class).of(key.caseRef()).stream()
                .filter(decision -> decision.taskKind().equals("consider-supervision-order"))
                .findFirst()
                .orElseThrow();
        assertThat(made.reason()).startsWith(LONG).endsWith("was considered: " + LONG);
        school.does("officer", "81", "choose-caution", Map.of("cautionBy", "letter", "reason", "She works all day"));
        assertThat(daymark.bean(Letters.class).ofKey(key.toString()))
                .extracting(Letter::state)
                .containsExactly(Letter.State.PROPOSED);

        closed(key);

        Prosecution file = daymark.bean(Prosecutions.class).last(key).orElseThrow();
        assertThat(file.standing()).isEqualTo(Prosecution.Standing.ENDED);
        assertThat(file.outcome()).isEqualTo("not-begun");
        assertThat(file.endedWhy()).isEqualTo("The case was closed: " + LONG);
    }

    @Test
    void aNoticeThatWasNotPostedIsTakenBack() {
        ParentKey key = decided("82", "penalty-notice");
        school.does("officer", "82", "authorise-notice", Enforcement.issue("2025-11-10", "2025-11-21", "2025-11-24"));
        assertThat(daymark.bean(Letters.class).ofKey(key.toString()))
                .extracting(Letter::state)
                .containsExactly(Letter.State.PROPOSED);

        closed(key);

        assertThat(school.task("officer", "82", "post-authority-letter")).isEmpty();
        assertThat(daymark.bean(Processes.class).running("notice-alert", key.toString()))
                .as("somebody withdraws the notice")
                .isTrue();
    }
}
