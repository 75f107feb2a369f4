package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import uk.daymark.firstday.Absentees.Absentee;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** Sees which absences of a round still have no reason, and what matters for how soon to ask. */
@Component
class LookStep implements Step {

    private final Rounds rounds;
    private final Absentees absentees;
    private final Attempts attempts;
    private final Clock clock;

    LookStep(Rounds rounds, Absentees absentees, Attempts attempts, Clock clock) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lookWhoHasNoReason";
    }

    @Override
    public Map<String, Object> run(StepContext context) {
        LocalDate today = LocalDate.now(clock);
        Round round = rounds.get(context.key());
        Timings timings = absentees.timings(round);
        Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing = absentees.standing(round.pupils());
        Missing missing = absentees.missing(timings, round.pupils(), standing);
        rounds.asks(round.ref(), List.of(), Optional.empty());
        List<Absentee> left = absentees.absentees(missing.pupils());
        Map<String, Object> facts = new HashMap<>();
        facts.put("left", !missing.none());
        facts.put("toRing", !callees(missing, timings).isEmpty());
        facts.put(
                "protectionPlan",
                left.stream().anyMatch(one -> one.pupil().details().childProtection()));
        facts.put(
                "lookedAfter",
                left.stream().anyMatch(one -> one.pupil().details().lookedAfter()));
        facts.put(
                "childInNeed",
                left.stream().anyMatch(one -> one.pupil().details().childInNeed()));
        facts.put(
                "back",
                !left.isEmpty()
                        && left.stream()
                                .allMatch(one -> Absentees.back(standing.getOrDefault(one.id(), new TreeMap<>()))));
        facts.put("severalDays", missing.days() > 1);
        facts.put("firstTime", left.stream().anyMatch(one -> neverBefore(missing, one.id(), standing)));
        facts.put("visitDue", visitDue(round, missing, timings, left, today));
        facts.put("nextLook", timings.nextRegisterCloses(clock.instant()));
        return facts;
    }

    /** Whom to ask about today: not those whose deadline has passed for all sessions, nor those of whom somebody spoke today. */
    List<EnrolmentId> callees(Missing missing, Timings timings) {
        LocalDate today = LocalDate.now(clock);
        return missing.pupils().stream()
                .filter(pupil ->
                        missing.of(pupil).stream().anyMatch(session -> !timings.deadlinePassed(session.date(), today)))
                .filter(pupil ->
                        attempts.lastReached(pupil).filter(today::equals).isEmpty())
                .toList();
    }

    /** The first absence without leave or reason of the school year. */
    private static boolean neverBefore(
            Missing missing, EnrolmentId pupil, Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing) {
        LocalDate first = missing.of(pupil).first().date();
        return missing.of(pupil).last().date().equals(first)
                && standing.getOrDefault(pupil, new TreeMap<>()).entrySet().stream()
                        .filter(mark -> mark.getKey().date().isBefore(first))
                        .noneMatch(mark -> mark.getValue() == AttendanceCode.O
                                || mark.getValue() == AttendanceCode.N
                                || mark.getValue() == AttendanceCode.G);
    }

    private boolean visitDue(Round round, Missing missing, Timings timings, List<Absentee> left, LocalDate today) {
        if (round.visitOn().filter(today::equals).isPresent()) {
            return false;
        }
        if (left.stream().anyMatch(Absentee::hasSocialWorker)) {
            return true;
        }
        int needed = timings.policy().number("contact.visit_after", today).orElseThrow();
        return missing.pupils().stream()
                .anyMatch(pupil -> missing.of(pupil).stream()
                                .map(Session::date)
                                .filter(day -> attempts.lastReached(pupil)
                                        .filter(reached -> !reached.isBefore(day))
                                        .isEmpty())
                                .filter(day -> round.visitOn()
                                        .filter(visit -> !visit.isBefore(day))
                                        .isEmpty())
                                .distinct()
                                .count()
                        >= needed);
    }
}
