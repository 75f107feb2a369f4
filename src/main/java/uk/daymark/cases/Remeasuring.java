package uk.daymark.cases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.cases.Findings.Weighed;
import uk.daymark.journal.Who;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Marks;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.register.By;
import uk.daymark.register.DecisionEffects;
import uk.daymark.register.ImportEffects;
import uk.daymark.register.MarkChange;
import uk.daymark.register.SessionTotals;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;

/** Measures every pupil afresh whose marks an import, an amendment or a decided code touches, and says what that causes. */
@Component
class Remeasuring implements ImportEffects, DecisionEffects {

    private static final int AT_A_TIME = 500;

    private final Findings findings;
    private final FindingStore store;
    private final DecisionsMade decisions;
    private final StoredRegister registers;
    private final SessionTotals totals;
    private final Pupils pupils;
    private final Policies policies;
    private final Cases cases;
    private final Who who;
    private final ObjectProvider<DecisionFollower> followers;

    Remeasuring(
            Findings findings,
            FindingStore store,
            DecisionsMade decisions,
            StoredRegister registers,
            SessionTotals totals,
            Pupils pupils,
            Policies policies,
            Cases cases,
            Who who,
            ObjectProvider<DecisionFollower> followers) {
        this.findings = findings;
        this.store = store;
        this.decisions = decisions;
        this.registers = registers;
        this.totals = totals;
        this.pupils = pupils;
        this.policies = policies;
        this.cases = cases;
        this.who = who;
        this.followers = followers;
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause);
    }

    @Override
    public void decided(EnrolmentId enrolment, Session session) {
        pupils.enrolment(enrolment).ifPresent(on -> {
            findings.remeasure(on.pupil());
            shake(on, session);
        });
    }

    /** Decisions that rested on another code than the one that stands for the session now. */
    private void shake(Enrolment on, Session session) {
        registers
                .of(on.pupil(), findings.today())
                .flatMap(stored -> stored.marks().at(session))
                .map(code -> new MarkChange(on.id(), on.pupil(), on.school(), session, Optional.empty(), code))
                .ifPresent(change -> {
                    By by = new By(who.userName(), Scope.everywhere());
                    decisions
                            .restingOn(on.pupil(), List.of(change))
                            .forEach((decision, changes) ->
                                    told(decision).forEach(follower -> follower.shaken(decision, changes, by)));
                });
    }

    /** Who is told that a decision is shaken: whose own it is, else everybody. */
    private List<DecisionFollower> told(DecisionMade decision) {
        List<DecisionFollower> all = followers.orderedStream().toList();
        List<DecisionFollower> owners =
                all.stream().filter(follower -> follower.owns(decision)).toList();
        return owners.isEmpty() ? all : owners;
    }

    /** What an import brings of one pupil. */
    private static final class Touched {

        /** Whether something came that could make more of the pupil's absence or lateness. */
        private boolean loud;

        private int newPossible;
        private final Marks.Builder marks = new Marks.Builder();
        private final List<MarkChange> amended = new ArrayList<>();
    }

    private final class Watching implements Watch {

        private final Cause cause;
        private final Set<PupilId> found;
        private final Set<PupilId> decidedOn;
        private final Map<PupilId, Touched> touched = new LinkedHashMap<>();
        private final Map<FindingKind, Integer> newlyFound = new EnumMap<>(FindingKind.class);
        private final Map<FindingKind, Integer> lapsed = new EnumMap<>(FindingKind.class);
        private final List<String> caused = new ArrayList<>();
        private final Set<Long> shaken = new HashSet<>();

        Watching(Cause cause) {
            this.cause = cause;
            this.found = store.pupils();
            this.decidedOn = decisions.pupils();
        }

        @Override
        public void changed(List<MarkChange> changes) {
            for (MarkChange change : changes) {
                Touched pupil = touched.computeIfAbsent(change.pupil(), id -> new Touched());
                StatisticalClass meaning = change.after().statisticalClass();
                pupil.loud |= change.before().isPresent() || meaning.absent() || change.after() == AttendanceCode.L;
                pupil.newPossible += meaning.possible() ? 1 : 0;
                if (!cause.applying()) {
                    pupil.marks.put(change.session(), change.after());
                }
                if (change.before().isPresent()
                        && (found.contains(change.pupil()) || decidedOn.contains(change.pupil()))) {
                    pupil.amended.add(change);
                }
            }
        }

        @Override
        public List<String> inWords() {
            if (cause.applying() && !touched.isEmpty()) {
                cases.alone();
            }
            List<PupilId> quiet = touched.entrySet().stream()
                    .filter(entry -> !entry.getValue().loud && !found.contains(entry.getKey()))
                    .map(Map.Entry::getKey)
                    .toList();
            Set<PupilId> passedOver = withNothingToFind(quiet);
            List<PupilId> all = touched.keySet().stream()
                    .filter(pupil -> !passedOver.contains(pupil))
                    .toList();
            for (int at = 0; at < all.size(); at += AT_A_TIME) {
                measure(all.subList(at, Math.min(all.size(), at + AT_A_TIME)));
            }
            return words();
        }

        /**
         * A pupil of whom nothing is found, and of whom nothing but presence comes for the first time: no share of absence grows by
         * it. Only where there are absences and there were too few sessions until now for a share to mean anything, one may be found.
         */
        private Set<PupilId> withNothingToFind(List<PupilId> quiet) {
            int least = policies.all().stream().mapToInt(this::least).max().orElse(0);
            Set<PupilId> nothing = new HashSet<>();
            for (int at = 0; at < quiet.size(); at += AT_A_TIME) {
                List<PupilId> some = quiet.subList(at, Math.min(quiet.size(), at + AT_A_TIME));
                Map<PupilId, SessionTotals.Totals> stand = totals.of(
                        some, RegisterDates.schoolYearOf(findings.today()).from());
                for (PupilId pupil : some) {
                    Optional<SessionTotals.Totals> standing = Optional.ofNullable(stand.get(pupil));
                    int here = cause.applying() ? Objects.requireNonNull(touched.get(pupil)).newPossible : 0;
                    if (standing.isEmpty()
                            || standing.get().absent() == 0
                            || standing.get().possible() - here >= least) {
                        nothing.add(pupil);
                    }
                }
            }
            return nothing;
        }

        private int least(Policy policy) {
            return policy.number("escalation.least_possible", findings.today()).orElse(0);
        }

        private void measure(List<PupilId> some) {
            Map<PupilId, PupilRegister> stored = registers.of(some, findings.today());
            Map<PupilId, List<Finding>> earlier = findings.heldUntilNow(some);
            for (PupilId pupil : some) {
                measure(
                        pupil,
                        Objects.requireNonNull(touched.get(pupil)),
                        Optional.ofNullable(stored.get(pupil)),
                        earlier.getOrDefault(pupil, List.of()));
            }
        }

        private void measure(PupilId pupil, Touched what, Optional<PupilRegister> register, List<Finding> earlier) {
            register.map(stored -> cause.applying() ? stored : asItWouldStand(stored, what))
                    .flatMap(stored -> findings.weigh(stored, earlier))
                    .filter(Weighed::something)
                    .ifPresent(weighed -> take(weighed, what));
            if (decidedOn.contains(pupil) && !what.amended.isEmpty()) {
                decisions.restingOn(pupil, what.amended).forEach(this::shake);
            }
        }

        private PupilRegister asItWouldStand(PupilRegister stored, Touched what) {
            Marks then = stored.marks().overlaidWith(what.marks.build());
            Set<Session> unconfirmed = new HashSet<>(stored.unconfirmed());
            what.amended.stream()
                    .filter(change -> stored.marks().at(change.session()).equals(Optional.of(change.after())))
                    .forEach(confirmed -> unconfirmed.remove(confirmed.session()));
            return new PupilRegister(
                    stored.pupil(),
                    stored.name(),
                    stored.dateOfBirth(),
                    stored.enrolments(),
                    stored.current(),
                    stored.parts(),
                    then,
                    unconfirmed,
                    stored.marked());
        }

        private void take(Weighed weighed, Touched what) {
            weighed.weighing().found().forEach(held -> count(newlyFound, held.kind()));
            weighed.weighing().lapsed().forEach(finding -> count(lapsed, finding.kind()));
            caused.addAll(findings.wouldLapse(weighed.weighing()));
            if (cause.applying()) {
                findings.apply(weighed, what.amended);
            }
        }

        private void count(Map<FindingKind, Integer> counts, String kind) {
            counts.merge(FindingKind.valueOf(kind), 1, Integer::sum);
        }

        private void shake(DecisionMade decision, List<MarkChange> changes) {
            shaken.add(decision.id());
            if (cause.applying()) {
                told(decision).forEach(follower -> follower.shaken(decision, changes, cause.by()));
            }
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            newlyFound.forEach((kind, count) -> words.add(kind.found(count)));
            lapsed.forEach((kind, count) -> words.add(kind.lapsed(count)));
            words.addAll(Sentences.summedUp(caused));
            if (!shaken.isEmpty()) {
                words.add("changes marks that " + shaken.size() + (shaken.size() == 1 ? " decision" : " decisions")
                        + " rested on");
            }
            return words;
        }
    }
}
