package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.journal.Journal;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.time.DueWorkers;
import uk.daymark.time.LondonTime;

/** What no import brings about, because only time goes by: here a register that says something else than when it was last measured. */
@WebTest
class LookingAgainEachMorningTest {

    private static final String SCHOOL = "940003";

    @LocalServerPort
    private int port;

    @Autowired
    private DueWorkers workers;

    @Autowired
    private DailyLook look;

    @Autowired
    private Findings findings;

    @Autowired
    private Cases cases;

    @Autowired
    private Journal journal;

    @Autowired
    private Pupils pupils;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private void send(String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aFindingThatTimeHasTakenAwayLapsesInTheMorningAndTheCaseSaysSo() {
        LocalDate today = LocalDate.now(clock);
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        send("schools", "school_urn,name,authority,policy\n" + SCHOOL + ",Gorse,national,national\n");
        send("calendar", "school_urn,kind,from,to,session,reason\n" + SCHOOL + ",TERM,2025-09-01,2027-07-30,,\n");
        send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n" + SCHOOL
                        + ",L0,Broken,Bea,2014-03-02,2025-09-01\n" + SCHOOL
                        + ",L1,Khan,Amira,2014-03-02,2025-09-01\n");
        send(
                "marks-week",
                "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm\n"
                        + SCHOOL + ",L0," + monday + ",O,O,O,O,O,O,O,O,O,O\n" + SCHOOL + ",L1," + monday
                        + ",O,O,O,O,O,O,O,O,O,O\n");
        EnrolmentId broken =
                pupils.find(new Urn(SCHOOL), "L0").orElseThrow().enrolment().id();
        EnrolmentId enrolment =
                pupils.find(new Urn(SCHOOL), "L1").orElseThrow().enrolment().id();
        Finding found = findings.open(enrolment, "PENALTY_NOTICE_THRESHOLD").orElseThrow();
        CaseFile file = cases.open(enrolment, found.sentence(), found.kind());
        jdbc.update("update register_week set codes = 'OOOOOOOOO/' where enrolment_id = ?", enrolment.number());
        // A register that cannot be read keeps nobody from looking at the others.
        jdbc.update("update register_week set codes = '??????????' where enrolment_id = ?", broken.number());
        jdbc.update("delete from day_look");
        jdbc.update("insert into day_look (id, last_on) values (1, ?)", today.minusDays(1));

        try {
            workers.catchUp();
        } finally {
            jdbc.update("update register_week set codes = 'OOOOOOOOOO' where enrolment_id = ?", broken.number());
        }

        assertThat(findings.open(enrolment, "PENALTY_NOTICE_THRESHOLD")).isEmpty();
        assertThat(findings.lapsedBecause(found.enrolment()).get(found.id())).startsWith("counted again on ");
        assertThat(journal.of(file.ref().value()))
                .filteredOn(entry -> entry.entry().what().startsWith("Holds no longer: 10 sessions"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo("daymark");
                    assertThat(entry.entry().rule()).startsWith("PENALTY_NOTICE_THRESHOLD under the policy national");
                });
        assertThat(look.nextDue())
                .as("the next morning")
                .contains(today.plusDays(1).atTime(6, 0).atZone(LondonTime.ZONE).toInstant());
    }
}
