package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.DecisionEffects;
import uk.daymark.register.StandingCodes;

/**
 * Watches codes that people decide. The rounds are looked at once, just before the transaction is committed: by then the task in
 * which the code was decided has ended, and what it led to has happened.
 */
@Component
class DecisionWatch implements DecisionEffects {

    private final Keeping keeping;
    private final Pupils pupils;
    private final StandingCodes codes;
    private final Clock clock;

    DecisionWatch(Keeping keeping, Pupils pupils, StandingCodes codes, Clock clock) {
        this.keeping = keeping;
        this.pupils = pupils;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public void decided(EnrolmentId enrolment, Session session) {
        LastLook look = TransactionSynchronizationManager.getSynchronizations().stream()
                .flatMap(one -> one instanceof LastLook known && !known.done ? Stream.of(known) : Stream.empty())
                .findFirst()
                .orElseGet(() -> {
                    LastLook first = new LastLook();
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                });
        look.sessions.computeIfAbsent(enrolment, one -> new HashMap<>()).put(session, AttendanceCode.N);
    }

    /** What was decided in one transaction. */
    private final class LastLook implements TransactionSynchronization {

        private final Map<EnrolmentId, Map<Session, AttendanceCode>> sessions = new LinkedHashMap<>();
        private boolean done;

        @Override
        public void beforeCommit(boolean readOnly) {
            done = true;
            Map<Urn, Map<EnrolmentId, Map<Session, AttendanceCode>>> bySchool = new LinkedHashMap<>();
            sessions.forEach((enrolment, decided) -> pupils.enrolment(enrolment)
                    .ifPresent(known -> bySchool.computeIfAbsent(known.school(), urn -> new LinkedHashMap<>())
                            .put(enrolment, standing(enrolment, decided))));
            bySchool.forEach((school, changed) ->
                    keeping.keep(school, changed, "as decided on " + Sentences.day(LocalDate.now(clock)), true));
        }

        private Map<Session, AttendanceCode> standing(EnrolmentId enrolment, Map<Session, AttendanceCode> decided) {
            decided.replaceAll((session, before) -> Optional.ofNullable(
                            codes.of(enrolment, new DateRange(session.date(), session.date()))
                                    .get(session))
                    .orElse(before));
            return decided;
        }
    }
}
