package uk.daymark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;

/** An import that touches ten times as many pupils asks the database hardly more often. */
@WebTest
class MeasuringManyPupilsTest {

    private static final int FEW = 20;
    private static final int MANY = 200;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private LocalDate lastWeek;

    @BeforeEach
    void school() throws Exception {
        lastWeek = LocalDate.now(clock)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
        send("schools", "school_urn,name,authority,policy\n940011,Yew,national,national\n");
        send("calendar", "school_urn,kind,from,to,session,reason\n940011,TERM,2025-09-01,2027-07-30,,\n");
        StringBuilder pupils =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n");
        for (int number = 0; number < FEW + MANY; number++) {
            pupils.append("940011,MM").append(number).append(",Khan,Amira,2014-03-02,2025-09-01\n");
        }
        send("pupils", pupils.toString());
        jdbc.execute("set query_statistics_max_entries 5000");
        jdbc.execute("set query_statistics true");
    }

    @AfterEach
    void countNoLonger() {
        jdbc.execute("set query_statistics false");
    }

    @Test
    void theQuestionsGrowFarSlowerThanThePupils() throws Exception {
        long before = questions();
        send("marks-week", ill(0, FEW));
        long few = questions() - before;
        send("marks-week", ill(FEW, FEW + MANY));
        long many = questions() - before - few;
        assertThat(few).as("questions for %s pupils", FEW).isPositive();
        assertThat(many)
                .as("questions for %s pupils, beside %s for %s", MANY, few, FEW)
                .isLessThan(few + FEW);
    }

    /** An absence in each: a pupil of whom only presence comes need not be measured. */
    private String ill(int from, int to) {
        StringBuilder weeks = new StringBuilder(
                "school_urn,pupil_ref,week_beginning,mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm\n");
        for (int number = from; number < to; number++) {
            weeks.append("940011,MM").append(number).append(',').append(lastWeek);
            for (int session = 0; session < 10; session++) {
                weeks.append(number % 10 == session ? ",I" : session % 2 == 0 ? ",/" : ",\\");
            }
            weeks.append('\n');
        }
        return weeks.toString();
    }

    private long questions() {
        Long asked = jdbc.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where lower(sql_statement) like 'select%'",
                Long.class);
        return asked == null ? 0 : asked;
    }

    private void send(String kind, String csv) throws Exception {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejected\":0");
    }
}
