package uk.daymark.enforcement.publicplace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.referral.SightingFollower;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;
import uk.daymark.workflow.Processes;

/** Suspensions of pupils, and pupils seen in a public place while they were suspended. Every change is journalled. */
@Service
public class PublicPlaces {

    static final String MODEL = "public-place-notice";
    static final String WITHDRAWN = "sighting-withdrawn";
    /** Has the checks of a referral looked at again. */
    private static final String REFERRAL_CHANGED = "referral-facts-changed";

    static final String STAGE = "public-place";

    private static final String DUTY_LAW = "Education and Inspections Act 2006, section 103";

    private final SightingStore store;
    private final PublicPlaceChecks checks;
    private final Pupils pupils;
    private final Cases cases;
    private final Processes processes;
    private final Journal journal;
    private final ObjectProvider<SightingFollower> followers;
    private final Dates dates;

    PublicPlaces(
            SightingStore store,
            PublicPlaceChecks checks,
            Pupils pupils,
            Cases cases,
            Processes processes,
            Journal journal,
            ObjectProvider<SightingFollower> followers,
            Dates dates) {
        this.store = store;
        this.checks = checks;
        this.pupils = pupils;
        this.cases = cases;
        this.processes = processes;
        this.journal = journal;
        this.followers = followers;
        this.dates = dates;
    }

    /** The suspensions of a pupil at a school that stand, the latest first. */
    public List<Suspension> suspensions(EnrolmentId enrolment) {
        return store.of(enrolment);
    }

    /** Where a suspended pupil was seen, the latest first. */
    public List<Sighting> sightings(EnrolmentId enrolment) {
        return store.seen(enrolment);
    }

    /** The last sighting of a case. */
    public Optional<Sighting> sighting(CaseRef ref) {
        return store.last(ref);
    }

    /**
     * What is known for the authority's gates and for a notice about these days, as it stands now; empty where the pupil was not seen on
     * any of them. Of several sightings on them the one entered last counts.
     */
    public Optional<PublicPlaceFacts> facts(CaseRef ref, DateRange days) {
        return store.last(ref, days)
                .map(sighting -> PublicPlaceChecks.facts(store.standing(sighting.suspension()), sighting.on()));
    }

    /** Enters a suspension. */
    @Transactional
    public Suspension enter(EnrolmentId enrolment, Suspension.Entered entered) {
        check(entered);
        long id = store.add(enrolment, entered, Optional.empty());
        journal.write(Entry.of("S-" + id, "SUSPENSION", words(entered) + ".", entered.why()));
        return store.standing(id);
    }

    /**
     * Puts another entry in an entry's place; the one corrected is kept. Sightings that count no longer are withdrawn.
     *
     * @throws NotFound where the pupil has no such entry
     * @throws Conflict where another stands in its place already
     */
    @Transactional
    public Suspension correct(EnrolmentId enrolment, long id, Suspension.Entered entered) {
        check(entered);
        Suspension wrong = store.of(enrolment).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("There is no such suspension of this pupil, or it was corrected already."));
        long corrected = store.add(enrolment, entered, Optional.of(wrong.id()));
        journal.write(Entry.of("S-" + corrected, "SUSPENSION", words(entered) + ".", entered.why())
                .changing(
                        words(new Suspension.Entered(
                                wrong.kind(), wrong.firstDay(), wrong.schoolDays(), wrong.noticeOn(), wrong.why())),
                        words(entered)));
        Suspension standing = store.standing(corrected);
        store.seen(enrolment).stream()
                .filter(sighting -> store.standing(sighting.suspension()).id() == standing.id())
                .forEach(sighting -> lookAgain(sighting, standing));
        return standing;
    }

    private void lookAgain(Sighting sighting, Suspension standing) {
        CaseFile file = cases.find(sighting.caseRef()).orElseThrow();
        Optional<CheckedRule> fallen = checks.countsNoLonger(file.school(), standing, sighting.on());
        journal.write(Entry.of(
                file.ref().value(),
                "SUSPENSION",
                "The suspension was corrected."
                        + fallen.map(rule -> " The sighting counts no longer: " + rule.message())
                                .orElse(" The sighting still counts."),
                standing.why()));
        fallen.ifPresent(rule -> fallen(file, standing, sighting, "The suspension was corrected: " + rule.message()));
    }

    /**
     * Before it is referred a notice to the parents may still be found; a day without a duty ends it, where the sighting is the one that is
     * looked into: the case's last. What was issued about that day is looked at.
     */
    private void fallen(CaseFile file, Suspension standing, Sighting sighting, String because) {
        Map<String, Object> why = Map.of(Processes.BECAUSE, because);
        boolean lookedInto = store.last(file.ref())
                .filter(last -> last.id() == sighting.id())
                .isPresent();
        if (lookedInto && checks.noDuty(file.school(), standing, sighting.on()).isPresent()) {
            processes.signal(WITHDRAWN, file.ref().value(), why);
        }
        processes.signal(REFERRAL_CHANGED, file.ref().value(), why);
        followers.orderedStream().forEach(follower -> follower.countsNoLonger(file.ref(), sighting.on(), because));
    }

    private void check(Suspension.Entered entered) {
        if (entered.noticeOn().filter(day -> day.isAfter(checks.today())).isPresent()) {
            throw new InvalidInput("/noticeOn", "This day has not come yet.");
        }
    }

    /**
     * Enters that a suspended pupil was seen in a public place, and begins what follows: the parents are asked first.
     *
     * @return the case
     * @throws InvalidInput where the parents had no duty on that day, naming the rule
     * @throws Conflict where another sighting of the pupil is being looked into
     */
    @Transactional
    public CaseRef seen(EnrolmentId enrolment, Sighting.Seen seen) {
        if (seen.on().isAfter(checks.today())) {
            throw new InvalidInput("/seenOn", "This day has not come yet.");
        }
        if (!seen.duringSchoolHours()) {
            throw new InvalidInput(
                    "/duringSchoolHours",
                    "The parents have this duty in school hours only. (" + DUTY_LAW
                            + ".) Enter a sighting that was in the hours of the school.");
        }
        Enrolment on = pupils.enrolment(enrolment).orElseThrow();
        Suspension suspension = covering(enrolment, seen.on());
        checks.noDuty(on.school(), suspension, seen.on()).ifPresent(rule -> {
            throw new InvalidInput(
                    "/seenOn", rule.message() + " (" + rule.source() + ".) " + rule.whatWouldChangeThis());
        });
        String what = "Seen in a public place while suspended, on " + dates.day(seen.on()) + " at " + seen.at()
                + ", in school hours, " + seen.place() + ", by " + seen.by() + ".";
        CaseFile file = cases.openAt(STAGE, enrolment, what, DUTY_LAW);
        if (processes.running(MODEL, file.ref().value())) {
            throw new Conflict("Another sighting of this pupil is being looked into, in case " + file.ref()
                    + ". Write this one in a note there.");
        }
        store.add(file.ref(), enrolment, suspension.id(), seen);
        journal.write(Entry.of(file.ref().value(), "SIGHTING", what, ""));
        processes.start(MODEL, file.ref().value(), Map.of());
        return file.ref();
    }

    private Suspension covering(EnrolmentId enrolment, LocalDate day) {
        return store.of(enrolment).stream()
                .filter(one -> !one.firstDay().isAfter(day))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInput(
                                "/seenOn",
                                "No suspension of this pupil that had begun by then is on record. Enter the suspension first."));
    }

    private String words(Suspension.Entered entered) {
        return entered.kind().title() + " from " + dates.day(entered.firstDay()) + " for " + entered.schoolDays()
                + (entered.schoolDays() == 1 ? " school day" : " school days")
                + entered.noticeOn()
                        .map(day -> ", notice to the parents given on " + dates.day(day))
                        .orElse(", no notice to the parents on file");
    }

    /** The suspension in words, as it stands now. */
    public String words(Suspension suspension) {
        return words(new Suspension.Entered(
                suspension.kind(),
                suspension.firstDay(),
                suspension.schoolDays(),
                suspension.noticeOn(),
                suspension.why()));
    }
}
