package uk.daymark.firstday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.workflow.Processes;

/** Rounds of schools that lose their calendar, of young children, and of two people who click at once. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundsAtTheEdgesTest {

    private static final String AGES = "961311";
    private static final String LOSING = "961312";

    @LocalServerPort
    private int port;

    @Autowired
    private Rounds rounds;

    @Autowired
    private ContactRounds contactRounds;

    @Autowired
    private Absentees absentees;

    @Autowired
    private LongAbsences longAbsences;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Processes processes;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void schools() {
        send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + AGES
                        + ",Alder Infants,primary,national,national,08:50,09:20,13:15\n" + LOSING
                        + ",Hazel Infants,primary,national,national,08:50,09:20,13:15\n");
        send(
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + AGES + ",TERM,2025-09-01,2025-10-24,,\n" + LOSING
                        + ",TERM,2025-09-01,2025-10-24,,\n");
        send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n" + AGES
                        + ",E1,Older,Ann,2019-03-02,2025-09-01\n" + AGES + ",E2,Younger,Ben,2021-06-02,2025-09-01\n"
                        + LOSING + ",E3,Cole,Cat,2019-03-02,2025-09-01\n");
    }

    @Test
    void onlyPupilsOfCompulsorySchoolAgeAreNamedToTheAuthority() {
        StringBuilder marks = new StringBuilder("school_urn,pupil_ref,date,session,code\n");
        for (String pupil : new String[] {"E1", "E2"}) {
            for (int day : new int[] {1, 2, 3, 4, 5, 8, 9, 10, 11, 12}) {
                for (String half : new String[] {"AM", "PM"}) {
                    marks.append("%s,%s,2025-09-%02d,%s,N\n".formatted(AGES, pupil, day, half));
                }
            }
        }
        send("marks", marks.toString());
        Map<String, Integer> named = new TreeMap<>();
        for (Round round : rounds.openAt(new Urn(AGES))) {
            Timings timings = absentees.timings(round);
            var standing = absentees.standing(round.pupils());
            int returns = longAbsences
                    .enter(round, timings, absentees.missing(timings, round.pupils(), standing), standing)
                    .size();
            named.put(absentees.names(round.pupils()), returns);
        }
        assertThat(named).containsEntry("Ann Older", 1).containsEntry("Ben Younger", 0);
    }

    @Test
    void aSchoolThatLosesItsCalendarKeepsItsRoundsAndEveryPageOpens() {
        send("marks", "school_urn,pupil_ref,date,session,code\n" + LOSING + ",E3,2025-09-15,AM,N\n");
        Round round = rounds.openAt(new Urn(LOSING)).get(0);
        Http admin = Http.browser(port, "admin");
        String takeOut = "/schools/" + LOSING + "/calendar/TERM/2025-09-01/take-out";
        Matcher version = Pattern.compile("name=\"version\" value=\"([0-9]+)\"")
                .matcher(admin.get(takeOut).body());
        assertThat(version.find()).isTrue();
        assertThat(admin.submit(takeOut, takeOut, "reason=By+mistake&version=" + version.group(1))
                        .statusCode())
                .isEqualTo(302);
        Scope scope = Scope.school(new Urn(LOSING));
        assertThat(contactRounds.unaccounted(scope)).hasSizeBetween(0, 1);
        assertThat(contactRounds.find(round.ref(), scope).orElseThrow().facts())
                .anyMatch(fact -> fact.toString().contains("no deadline can be told"));
        processes.signal("look-again", round.ref(), Map.of(Processes.BECAUSE, "a test asks"));
        assertThat(rounds.get(round.ref()).open()).as("nothing explained it").isTrue();
    }

    @Test
    void aCallIsUndoneOnce() {
        String ref = transaction.execute(status -> rounds.open(new Urn(AGES), List.of()));
        attempts.keep(
                new Attempt(
                        0,
                        ref,
                        Optional.empty(),
                        "Nadia",
                        Attempt.How.CALL,
                        Answered.NO_ANSWER,
                        false,
                        "",
                        Instant.parse("2025-09-15T09:00:00Z"),
                        "office",
                        false,
                        List.of()),
                List.of());
        long call = attempts.of(ref).get(0).id();
        assertThat(attempts.undo(call, "office")).isTrue();
        assertThat(attempts.undo(call, "office")).isFalse();
        rounds.close(ref, "only for the test");
    }

    private void send(String kind, String csv) {
        var answer = Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(kind + ": " + answer.body()).isEqualTo(200);
    }
}
