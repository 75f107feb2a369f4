package uk.daymark.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.register.DecidedCode.State;

/** What an import, or an amendment by hand, does to the codes decided here: confirms them, takes them back, asks about them. */
@Component
class DecidedCodesWatch implements ImportEffects {

    private static final String WATCHED = "d.state in ('WAITING', 'QUESTIONED', 'CONFIRMED')";

    private static final String WEIGHED =
            "select d.id, d.enrolment_id, d.on_date, d.half, d.old_code, d.decided, d.state from decided_code d where ";

    private final JdbcTemplate jdbc;

    DecidedCodesWatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause);
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
