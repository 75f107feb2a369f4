package uk.daymark.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;
import uk.daymark.register.DecidedCode.State;

/**
 * The codes decided here that the school has still to enter in its own register, and what became of them. The school's system owns
 * the register: an import that repeats the old code leaves a decision waiting, one that brings the decided code confirms it, one that
 * brings another, or takes back a code that was confirmed, raises a question for a person. An amendment of Daymark's copy by hand
 * confirms nothing.
 */
@Component
public class DecidedCodes implements ImportEffects {

    private static final String SELECT =
            "select d.id, d.enrolment_id, d.on_date, d.half, d.old_code, d.decided, d.state, d.reason, d.decided_by,"
                    + " d.decided_at, d.register_code, e.pupil_id, e.school_urn, e.pupil_ref"
                    + " from decided_code d join enrolment e on e.id = d.enrolment_id where ";

    private static final String WATCHED = "d.state in ('WAITING', 'QUESTIONED', 'CONFIRMED')";

    private static final String WEIGHED =
            "select d.id, d.enrolment_id, d.on_date, d.half, d.old_code, d.decided, d.state from decided_code d where ";

    private final JdbcTemplate jdbc;
    private final MarkToChange marks;
    private final Pupils pupils;
    private final Gate gate;
    private final Clock clock;
    private final ObjectProvider<DecisionEffects> effects;

    DecidedCodes(
            JdbcTemplate jdbc,
            MarkToChange marks,
            Pupils pupils,
            Gate gate,
            Clock clock,
            ObjectProvider<DecisionEffects> effects) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.pupils = pupils;
        this.gate = gate;
        this.clock = clock;
        this.effects = effects;
    }

    /** {@link #decide(EnrolmentId, Session, AttendanceCode, Optional, By, String)} by somebody who saw no code there. */
    public DecidedCode decide(EnrolmentId enrolment, Session session, AttendanceCode code, By by, String reason) {
        return decide(enrolment, session, code, Optional.empty(), by, reason);
    }

    /**
     * Decides a session's code. It waits until the register brings it; an earlier decision of the same session is replaced. To decide
     * the register's own code takes an earlier decision back.
     *
     * @param seen the code that the person saw in the register: where another stands there by now, nothing is changed
     * @return the decision that waits now, or the one that was taken back
     * @throws NotInRegisterException where there is no such pupil in scope, or no session or no mark then
     * @throws RegisterConflictException where the code cannot stand there, stands there already with nothing to take back, or no
     *     reason is given, or another stands there than the person saw
     */
    public DecidedCode decide(
            EnrolmentId enrolment,
            Session session,
            AttendanceCode code,
            Optional<AttendanceCode> seen,
            By by,
            String reason) {
        return gate.alone(() -> {
            MarkToChange.Standing standing = marks.check(enrolment, session, code, seen, by, reason);
            Optional<DecidedCode> earlier = open(enrolment).stream()
                    .filter(decision -> decision.session().equals(session))
                    .findFirst();
            if (standing.code() == code) {
                return takenBack(
                        earlier.filter(decision -> decision.decided() != code)
                                .orElseThrow(() -> MarkToChange.standsAlready(code)),
                        by,
                        reason);
            }
            earlier.ifPresent(decision -> settle(decision.id(), State.REPLACED, by, reason));
            long id = gate.numbers(1);
            jdbc.update(
                    "insert into decided_code (id, enrolment_id, on_date, half, old_code, decided, state, reason, decided_by,"
                            + " decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    enrolment.number(),
                    session.date(),
                    session.half().name(),
                    standing.code().token(),
                    code.token(),
                    State.WAITING.name(),
                    reason.strip(),
                    by.userName(),
                    clock.instant().atOffset(ZoneOffset.UTC));
            tell(enrolment, session);
            return find(id).orElseThrow();
        });
    }

    /**
     * Whether a code could be decided for that session, whatever the register has there now: the school's calendar plans it, it has
     * come, the pupil was on roll and the code can stand then. What follows from a file asks first, so that nothing in it can keep the
     * file from being imported.
     */
    public boolean couldBeDecided(EnrolmentId enrolment, Session session, AttendanceCode code) {
        return marks.couldStand(enrolment, session, code);
    }

    private void tell(EnrolmentId enrolment, Session session) {
        effects.orderedStream().forEach(effect -> effect.decided(enrolment, session));
    }

    private DecidedCode takenBack(DecidedCode decision, By by, String reason) {
        settle(decision.id(), decision.state() == State.QUESTIONED ? State.DROPPED : State.TAKEN_BACK, by, reason);
        tell(decision.enrolment(), decision.session());
        return find(decision.id()).orElseThrow();
    }

    /** The decided code of that number, whatever has become of it. */
    public Optional<DecidedCode> find(long id) {
        return jdbc.query(SELECT + "d.id = ?", this::decided, id).stream().findFirst();
    }

    /** What the school has still to enter in its own register, by school, pupil and session. */
    public List<DecidedCode> toBeEntered(Scope scope) {
        return in(State.WAITING, scope);
    }

    /** What a person has to settle, because the register brought a third code. */
    public List<DecidedCode> questions(Scope scope) {
        return in(State.QUESTIONED, scope);
    }

    /** {@link #toBeEntered} as CSV, for the person who enters it. */
    public String toBeEnteredCsv(Scope scope) {
        return toBeEnteredCsv(scope, pupil -> true);
    }

    /** {@link #toBeEntered} as CSV, of the pupils of whom somebody may know. */
    public String toBeEnteredCsv(Scope scope, Predicate<PupilId> known) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(CsvText.line(
                "school_urn",
                "pupil_ref",
                "pupil",
                "date",
                "session",
                "code_now",
                "code_to_enter",
                "reason",
                "decided_by"));
        for (DecidedCode code : toBeEntered(scope)) {
            if (!known.test(code.pupil())) {
                continue;
            }
            csv.append(CsvText.line(
                    code.school().value(),
                    code.pupilRef(),
                    code.pupilName(),
                    code.session().date().toString(),
                    code.session().half().name(),
                    code.before().token(),
                    code.decided().token(),
                    code.reason(),
                    code.by()));
        }
        return csv.toString();
    }

    /**
     * Settles a question in favour of what was decided here: it waits again to be entered in the register.
     *
     * @throws NotInRegisterException where there is no such question in scope
     * @throws RegisterConflictException where no reason is given
     */
    public void keepDecision(long id, By by, String reason) {
        gate.alone(() -> {
            DecidedCode question = question(id, by, reason);
            settle(id, State.WAITING, by, reason);
            jdbc.update(
                    "update decided_code set old_code = register_code, register_code = null where id = ?",
                    question.id());
            tell(question.enrolment(), question.session());
            return question;
        });
    }

    /**
     * Settles a question in favour of the register: the decision is dropped.
     *
     * @throws NotInRegisterException where there is no such question in scope
     * @throws RegisterConflictException where no reason is given
     */
    public void followRegister(long id, By by, String reason) {
        gate.alone(() -> {
            DecidedCode question = question(id, by, reason);
            settle(id, State.DROPPED, by, reason);
            tell(question.enrolment(), question.session());
            return question;
        });
    }

    /**
     * Takes back a decision that waits or is questioned: whatever the register has stands, and nothing else is listed to be entered.
     *
     * @throws NotInRegisterException where there is no such open decision in scope
     */
    public void takeBack(long id, By by, String reason) {
        gate.alone(() -> takenBack(
                Stream.concat(toBeEntered(by.scope()).stream(), questions(by.scope()).stream())
                        .filter(decision -> decision.id() == id)
                        .findFirst()
                        .orElseThrow(() -> new NotInRegisterException(
                                "There is no such decided code of your schools; it may have been settled already.")),
                by,
                reason));
    }

    /** As much of a decision as the register has to know that waits for it or is questioned. */
    record Open(EnrolmentId enrolment, Session session, AttendanceCode decided, State state) {}

    /** The decisions on these enrolments that are waiting or questioned, by enrolment. */
    Map<EnrolmentId, List<Open>> open(Collection<EnrolmentId> enrolments) {
        Object[] values =
                MarkStore.padded(enrolments.stream().map(EnrolmentId::number).toList());
        return jdbc
                .query(
                        "select d.enrolment_id, d.on_date, d.half, d.decided, d.state from decided_code d where"
                                + " d.state in ('WAITING', 'QUESTIONED') and d.enrolment_id in "
                                + MarkStore.places(values.length) + " order by d.on_date, d.half",
                        (row, number) -> new Open(
                                new EnrolmentId(row.getLong("enrolment_id")),
                                MarkStore.session(row),
                                MarkStore.code(row.getString("decided")),
                                State.valueOf(row.getString("state"))),
                        values)
                .stream()
                .collect(Collectors.groupingBy(Open::enrolment));
    }

    private List<DecidedCode> open(EnrolmentId enrolment) {
        return jdbc.query(
                SELECT + "d.enrolment_id = ? and d.state in ('WAITING', 'QUESTIONED') order by d.on_date, d.half",
                this::decided,
                enrolment.number());
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause);
    }

    private List<DecidedCode> in(State state, Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "e.school_urn");
        List<Object> values = new ArrayList<>(List.of(state.name()));
        values.addAll(schools.values());
        return jdbc.query(
                SELECT + "d.state = ? and " + schools.condition()
                        + " order by e.school_urn, e.pupil_ref, d.on_date, d.half, d.id",
                this::decided,
                values.toArray());
    }

    private DecidedCode question(long id, By by, String reason) {
        if (reason.isBlank() || reason.length() > MarkToChange.LONGEST_REASON) {
            throw new RegisterConflictException("Say why, in at most " + MarkToChange.LONGEST_REASON + " characters.");
        }
        return questions(by.scope()).stream()
                .filter(question -> question.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotInRegisterException(
                        "There is no such question about a code of your schools; it may have been settled already."));
    }

    private void settle(long id, State state, By by, String reason) {
        jdbc.update(
                "update decided_code set state = ?, settled_by = ?, settled_at = ?, settled_why = ? where id = ?",
                state.name(),
                by.userName(),
                clock.instant().atOffset(ZoneOffset.UTC),
                reason.strip(),
                id);
    }

    private DecidedCode decided(ResultSet row, int number) throws SQLException {
        PupilId pupil = new PupilId(row.getLong("pupil_id"));
        Instant at = row.getObject("decided_at", OffsetDateTime.class).toInstant();
        return new DecidedCode(
                row.getLong("id"),
                new EnrolmentId(row.getLong("enrolment_id")),
                pupil,
                new Urn(row.getString("school_urn")),
                row.getString("pupil_ref"),
                pupils.find(pupil).map(Pupil::details).map(Pupil.Details::name).orElse(""),
                MarkStore.session(row),
                MarkStore.code(row.getString("old_code")),
                MarkStore.code(row.getString("decided")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("decided_by"),
                at,
                Optional.ofNullable(row.getString("register_code")).map(MarkStore::code));
    }

    /** As much of a decision as is weighed against what an import brings. */
    private record Weighed(
            long id, long enrolment, Session session, AttendanceCode before, AttendanceCode decided, State state) {

        static Weighed of(ResultSet row, int number) throws SQLException {
            return new Weighed(
                    row.getLong("id"),
                    row.getLong("enrolment_id"),
                    MarkStore.session(row),
                    MarkStore.code(row.getString("old_code")),
                    MarkStore.code(row.getString("decided")),
                    State.valueOf(row.getString("state")));
        }

        MarkStore.At at() {
            return new MarkStore.At(enrolment, session);
        }
    }

    /** Sees what one import does to the decisions that are open, and to those that the register had confirmed. */
    private final class Watching implements Watch {

        private final Cause cause;
        private final boolean any;
        private final Map<Long, Map<Session, Weighed>> amendedByHand;
        private long confirmed;
        private long questioned;

        Watching(Cause cause) {
            this.cause = cause;
            Long watched = jdbc.queryForObject("select count(*) from decided_code d where " + WATCHED, Long.class);
            this.any = watched != null && watched > 0;
            this.amendedByHand = any && !byHand() ? amendedByHand() : Map.of();
        }

        /**
         * Decisions whose code may stand in Daymark's copy although no register has brought it: an import that brings it then changes
         * nothing, and confirms the decision all the same.
         */
        private Map<Long, Map<Session, Weighed>> amendedByHand() {
            return jdbc
                    .query(
                            WEIGHED + "d.state = 'WAITING' and exists (select 1 from mark_amendment a where"
                                    + " a.enrolment_id = d.enrolment_id and a.on_date = d.on_date and a.half = d.half"
                                    + " and a.import_id is null)",
                            Weighed::of)
                    .stream()
                    .collect(Collectors.groupingBy(
                            Weighed::enrolment, Collectors.toMap(Weighed::session, decision -> decision)));
        }

        private boolean byHand() {
            return cause.importId().isEmpty();
        }

        @Override
        public Set<Session> awaited(EnrolmentId enrolment) {
            return amendedByHand.getOrDefault(enrolment.number(), Map.of()).keySet();
        }

        @Override
        public void repeated(List<MarkChange> marks) {
            for (MarkChange mark : marks) {
                Optional.ofNullable(amendedByHand
                                .getOrDefault(mark.enrolment().number(), Map.of())
                                .get(mark.session()))
                        .filter(decision -> decision.decided() == mark.after())
                        .ifPresent(decision -> weigh(decision, mark));
            }
        }

        @Override
        public void changed(List<MarkChange> changes) {
            if (!any) {
                return;
            }
            Map<MarkStore.At, MarkChange> bySession = new HashMap<>();
            Set<Long> enrolments = new LinkedHashSet<>();
            LocalDate first = LocalDate.MAX;
            LocalDate last = LocalDate.MIN;
            for (MarkChange change : changes) {
                if (change.before().isPresent()) {
                    LocalDate day = change.session().date();
                    bySession.put(new MarkStore.At(change.enrolment().number(), change.session()), change);
                    enrolments.add(change.enrolment().number());
                    first = day.isBefore(first) ? day : first;
                    last = day.isAfter(last) ? day : last;
                }
            }
            if (enrolments.isEmpty()) {
                return;
            }
            Object[] values = MarkStore.withDates(enrolments, first, last);
            // Of several decisions of one session the latest stands.
            Map<MarkStore.At, Weighed> latest = new LinkedHashMap<>();
            jdbc.query(
                            WEIGHED + WATCHED + " and d.enrolment_id in " + MarkStore.places(values.length - 2)
                                    + " and d.on_date between ? and ? order by d.id",
                            Weighed::of,
                            values)
                    .forEach(decision -> latest.put(decision.at(), decision));
            latest.forEach((at, decision) ->
                    Optional.ofNullable(bySession.get(at)).ifPresent(change -> weigh(decision, change)));
        }

        @Override
        public List<String> inWords() {
            List<String> words = new ArrayList<>();
            if (confirmed > 0) {
                words.add("confirms " + Words.count(confirmed, "code") + " decided here");
            }
            if (questioned > 0) {
                words.add((questioned == 1 ? "asks a question" : "asks questions") + " about "
                        + Words.count(questioned, "code") + " decided here");
            }
            return words;
        }

        private void weigh(Weighed decision, MarkChange change) {
            AttendanceCode brought = change.after();
            if (decision.state() == State.CONFIRMED) {
                // The register takes back what it had confirmed. Who amends by hand knows of it and gives a reason.
                if (!byHand()
                        && change.before().filter(decision.decided()::equals).isPresent()) {
                    questioned++;
                    become(decision, State.QUESTIONED, Optional.of(brought));
                }
            } else if (brought == decision.decided()) {
                if (byHand()) {
                    // Only Daymark's copy says so: the school's register has still to bring it.
                    become(decision, State.WAITING, Optional.empty());
                } else {
                    confirmed++;
                    become(decision, State.CONFIRMED, Optional.of(brought));
                }
            } else if (brought == decision.before()) {
                // A question that the register takes back: it says again what it said when the code was decided.
                become(decision, State.WAITING, Optional.empty());
            } else {
                questioned++;
                become(decision, State.QUESTIONED, Optional.of(brought));
            }
        }

        private void become(Weighed decision, State state, Optional<AttendanceCode> brought) {
            if (cause.applying()) {
                jdbc.update(
                        "update decided_code set state = ?, register_code = ?, import_id = ? where id = ?",
                        state.name(),
                        brought.map(AttendanceCode::token).orElse(null),
                        cause.importId().isEmpty() ? null : cause.importId(),
                        decision.id());
            }
        }
    }
}
