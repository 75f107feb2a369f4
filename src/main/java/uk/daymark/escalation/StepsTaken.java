package uk.daymark.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseRef;

/** The steps that were taken in each case. */
@Component
class StepsTaken {

    /** Stands first where a rule opened the case. */
    static final String OPENED = "opened";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    StepsTaken(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A step.
     *
     * @param waitingFrom since when the family has been given time to improve, where it has
     * @param waitingUntil until when
     */
    record Taken(
            String rung,
            LocalDate begunOn,
            String sentence,
            String source,
            Optional<LocalDate> waitingFrom,
            Optional<LocalDate> waitingUntil) {}

    void begin(CaseRef ref, String rung, String sentence, String source) {
        jdbc.update(
                "insert into escalation_step (case_ref, rung, begun_on, sentence, source) values (?, ?, ?, ?, ?)",
                ref.value(),
                rung,
                LocalDate.now(clock),
                sentence,
                source);
    }

    /** Notes on the last step how long the family is given. */
    void waiting(CaseRef ref, LocalDate until) {
        jdbc.update(
                "update escalation_step set waiting_from = ?, waiting_until = ? where id ="
                        + " (select max(id) from escalation_step where case_ref = ? and rung <> ?)",
                LocalDate.now(clock),
                until,
                ref.value(),
                OPENED);
    }

    /** Every step of a case, oldest first. */
    List<Taken> of(CaseRef ref) {
        return jdbc.query(
                "select rung, begun_on, sentence, source, waiting_from, waiting_until from escalation_step"
                        + " where case_ref = ? order by id",
                (row, number) -> new Taken(
                        row.getString("rung"),
                        row.getObject("begun_on", LocalDate.class),
                        row.getString("sentence"),
                        row.getString("source"),
                        Optional.ofNullable(row.getObject("waiting_from", LocalDate.class)),
                        Optional.ofNullable(row.getObject("waiting_until", LocalDate.class))),
                ref.value());
    }

    /** The last step that was more than the opening. */
    Optional<Taken> last(CaseRef ref) {
        return of(ref).stream().filter(step -> !step.rung().equals(OPENED)).reduce((earlier, later) -> later);
    }

    Set<String> rungs(CaseRef ref) {
        return of(ref).stream().map(Taken::rung).collect(Collectors.toSet());
    }

    /** Whether a rule, and no person, opened the case. */
    boolean openedByRule(CaseRef ref) {
        return rungs(ref).contains(OPENED);
    }
}
