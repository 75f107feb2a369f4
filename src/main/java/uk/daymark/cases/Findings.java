package uk.daymark.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import uk.daymark.cases.Measures.Measured;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.MarkedSession;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.register.MarkChange;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.time.Dates;
import uk.daymark.time.Turn;
import uk.daymark.time.Unattended;

/** What was counted and a rule of the policy speaks of, with the sessions behind it. */
@Service
public class Findings {

    private static final int HASH_SHOWN = 12;

    private final FindingStore store;
    private final StoredRegister registers;
    private final Measures measures;
    private final Cases cases;
    private final Journal journal;
    private final ObjectProvider<FindingFollower> followers;
    private final Dates dates;
    private final Turn turn;
    private final Clock clock;

    Findings(
            FindingStore store,
            StoredRegister registers,
            Measures measures,
            Cases cases,
            Journal journal,
            ObjectProvider<FindingFollower> followers,
            Dates dates,
            Turn turn,
            Clock clock) {
        this.store = store;
        this.registers = registers;
        this.measures = measures;
        this.cases = cases;
        this.journal = journal;
        this.followers = followers;
        this.dates = dates;
        this.turn = turn;
        this.clock = clock;
    }

    /** Everything that was ever found of a pupil at a school, by the day since which it held. */
    public List<Finding> of(EnrolmentId enrolment) {
        return store.of(enrolment);
    }

    /** What holds of a pupil at a school. */
    public List<Finding> open(EnrolmentId enrolment) {
        return store.of(enrolment).stream()
                .filter(finding -> finding.lapsedOn().isEmpty())
                .toList();
    }

    /** What holds of that kind. */
    public Optional<Finding> open(EnrolmentId enrolment, String kind) {
        return open(enrolment).stream()
                .filter(finding -> finding.kind().equals(kind))
                .findFirst();
    }

    /** A finding, whether it holds or not. */
    public Optional<Finding> find(long id) {
        return store.find(id);
    }

    /** Why findings of a pupil at a school hold no longer, for people, by their numbers; those that hold are left out. */
    public Map<Long, String> lapsedBecause(EnrolmentId enrolment) {
        return store.lapsedBecause(enrolment);
    }

    /** Mondays of the weeks without a session that the window of a finding passed over. */
    public List<LocalDate> weeksPassedOver(Finding finding) {
        return store.passedOver(finding.id());
    }

    /** Measures a pupil's register as of today; stores what is found or holds no longer and tells whoever follows it. */
    public void remeasure(PupilId pupil) {
        remeasure(List.of(pupil));
    }

    /** The same of many pupils, in one transaction. */
    public void remeasure(List<PupilId> pupils) {
        turn.runAlone(() -> measured(pupils));
    }

    private void measured(List<PupilId> pupils) {
        cases.alone();
        Map<PupilId, PupilRegister> stored = registers.of(pupils, today());
        Map<PupilId, List<Finding>> earlier = heldUntilNow(pupils);
        for (PupilId pupil : pupils) {
            Optional.ofNullable(stored.get(pupil))
                    .flatMap(register -> weigh(register, earlier.getOrDefault(pupil, List.of())))
                    .filter(Weighed::something)
                    .ifPresent(weighed -> apply(weighed, List.of()));
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What was measured of a pupil and how it compares with what was found earlier. */
    record Weighed(PupilId pupil, EnrolmentId enrolment, Measured measured, Weighing weighing) {

        boolean something() {
            return !weighing.nothing();
        }
    }

    /** What was found of these pupils and holds, by pupil; a pupil of whom nothing does is left out. */
    Map<PupilId, List<Finding>> heldUntilNow(Collection<PupilId> pupils) {
        return store.open(pupils);
    }

    /**
     * Compares; writes nothing. Empty where nothing can be measured.
     *
     * @param earlier what was found of the pupil and holds until now
     */
    Optional<Weighed> weigh(PupilRegister stored, List<Finding> earlier) {
        return measures.measure(stored, today()).map(measured -> {
            EnrolmentId enrolment = current(stored);
            return new Weighed(
                    stored.pupil(), enrolment, measured, Weighing.of(enrolment, earlier, measures.held(measured)));
        });
    }

    private static EnrolmentId current(PupilRegister stored) {
        return stored.enrolments().stream()
                .filter(enrolment -> enrolment.school().equals(stored.current().urn()))
                .reduce((earlier, later) -> later)
                .map(Enrolment::id)
                .orElseThrow();
    }

    /** What the lapse of these findings would cause, in words. */
    List<String> wouldLapse(Weighing weighing) {
        List<String> words = new ArrayList<>();
        weighing.lapsed()
                .forEach(finding ->
                        followers.orderedStream().forEach(follower -> words.add(follower.wouldLapse(finding))));
        return words;
    }

    /**
     * Stores the outcome and tells whoever follows it, as something that a rule did.
     *
     * @param amended the marks that were amended, so that what lapses can name them
     */
    void apply(Weighed weighed, Collection<MarkChange> amended) {
        Unattended.run(() -> {
            Weighing weighing = weighed.weighing();
            Held.Under policy = weighed.measured().under();
            weighing.reworded().forEach(pair -> store.change(pair.earlier().id(), pair.now(), policy));
            weighing.lapsed().forEach(finding -> lapse(finding, weighed, amended));
            weighing.changed().forEach(pair -> change(pair, weighed));
            weighing.found().forEach(held -> find(held, weighed));
        });
    }

    private void find(Held held, Weighed weighed) {
        Finding finding = store.add(
                weighed.pupil(), weighed.enrolment(), held, weighed.measured().under());
        followers.orderedStream().forEach(follower -> follower.found(finding));
        journal(finding, "Found: " + finding.sentence() + ".", "", weighed);
    }

    private void change(Weighing.Pair pair, Weighed weighed) {
        Finding now =
                store.change(pair.earlier().id(), pair.now(), weighed.measured().under());
        followers.orderedStream().forEach(follower -> follower.changed(pair.earlier(), now));
        if (now.count() != pair.earlier().count()
                || now.firm() != pair.earlier().firm()) {
            cases.openOf(now.enrolment())
                    .ifPresent(file -> journal.write(
                            Entry.of(file.ref().value(), "FINDING", "Counted again: " + now.sentence() + ".", "")
                                    .changing(pair.earlier().sentence(), now.sentence())
                                    .under(rule(now, weighed))));
        }
    }

    private void lapse(Finding finding, Weighed weighed, Collection<MarkChange> amended) {
        String because = because(finding, weighed, amended);
        Finding lapsed = store.lapse(finding.id(), today(), because);
        journal(lapsed, "Holds no longer: " + finding.sentence() + ".", because, weighed);
        followers.orderedStream().forEach(follower -> follower.lapsed(lapsed, because));
    }

    private String because(Finding finding, Weighed weighed, Collection<MarkChange> amended) {
        List<MarkChange> counted = amended.stream()
                .filter(change ->
                        finding.sessions().stream().map(MarkedSession::session).anyMatch(change.session()::equals))
                .toList();
        if (!counted.isEmpty()) {
            return Sentences.amended(counted, dates);
        }
        if (!finding.enrolment().equals(weighed.enrolment())) {
            return "the pupil is at another school now";
        }
        return "counted again on " + dates.day(today());
    }

    private void journal(Finding finding, String what, String why, Weighed weighed) {
        cases.openOf(finding.enrolment())
                .ifPresent(file -> journal.write(
                        Entry.of(file.ref().value(), "FINDING", what, why).under(rule(finding, weighed))));
    }

    private static String rule(Finding finding, Weighed weighed) {
        Held.Under policy = weighed.measured().under();
        return finding.kind() + " under the policy " + policy.name() + ", version "
                + policy.version()
                        .substring(0, Math.min(HASH_SHOWN, policy.version().length()));
    }
}
