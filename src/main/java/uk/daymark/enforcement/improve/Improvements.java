package uk.daymark.enforcement.improve;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFollower;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.improve.ImprovementNotice.Asks;
import uk.daymark.enforcement.improve.ImprovementNotice.Early;
import uk.daymark.enforcement.improve.ImprovementNotice.Outcome;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.TriedBefore;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.measure.DateRange;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;

/** The notices to improve: given, posted, ended. Every change is journalled under the case. */
@Service
public class Improvements implements CaseFollower, TriedBefore {

    private static final String KIND = "NOTICE_TO_IMPROVE";

    private final ImprovementStore store;
    private final LiableParents parents;
    private final Processes processes;
    private final Journal journal;
    private final Who who;
    private final Dates dates;

    Improvements(
            ImprovementStore store, LiableParents parents, Processes processes, Journal journal, Who who, Dates dates) {
        this.store = store;
        this.parents = parents;
        this.processes = processes;
        this.journal = journal;
        this.who = who;
        this.dates = dates;
    }

    /** The notices of a case, oldest first. */
    public List<ImprovementNotice> of(CaseRef ref) {
        return store.of(ref);
    }

    /** The last notice to that parent, or of that case where the school gives it. */
    public Optional<ImprovementNotice> last(String key) {
        return store.last(key);
    }

    @Override
    public boolean improvement(ParentKey key) {
        return store.of(key.caseRef()).stream()
                .anyMatch(notice ->
                        notice.key().equals(key.toString()) && notice.postedOn().isPresent());
    }

    /** Ends what stands of that key, where nothing more is asked of the parent. Nothing is done where nothing stands. */
    @Transactional
    public void stop(String key, String because) {
        store.standing(key).ifPresent(notice -> end(notice, Outcome.STOPPED, because));
    }

    @Override
    public void opened(CaseFile file) {
        // A notice comes late in a case.
    }

    @Override
    public void closed(CaseFile file, String why) {
        store.of(file.ref()).stream()
                .filter(notice -> notice.end().isEmpty())
                .forEach(notice -> end(notice, Outcome.STOPPED, "The case was closed: " + why));
        // A case that its own model closes tells nobody.
        processes.withdraw(ImprovementTasks.MODEL, file.ref().value(), why);
    }

    /** The person who is signed in gives it. One that was written before and never posted is replaced. */
    void give(ImprovementCase about, Asks asks, String why) {
        store.standing(about.key())
                .ifPresent(before -> end(before, Outcome.STOPPED, "It was written anew before it was posted."));
        store.add(about.key(), about.file().ref(), about.issuer(), asks, who.userName(), why);
        journal.write(Entry.of(
                        about.file().ref().value(),
                        KIND,
                        "A notice to improve is given to " + about.whom() + ": " + asks.weeks() + " "
                                + "weeks, at most " + asks.allowed() + " sessions without leave. "
                                + asks.early().sentence(),
                        why)
                .under(about.policy().name() + " " + about.policy().version()));
    }

    /** It has been posted, and the time begins. */
    void posted(ImprovementCase about, ImprovementNotice notice, LocalDate on, LocalDate servedOn, DateRange time) {
        store.posted(notice, on, servedOn, time);
        about.parent()
                .ifPresent(parent -> parents.stands(
                        parent.parent().key(),
                        LiableParent.Standing.NOTICE_TO_IMPROVE,
                        "The notice was posted on " + dates.day(on) + "."));
        journal.write(Entry.of(
                about.file().ref().value(),
                KIND,
                "The notice to improve to " + about.whom() + " was posted on " + dates.day(on)
                        + " and counts as received on "
                        + dates.day(servedOn) + ". The time to improve runs from " + dates.day(time.from()) + " to "
                        + dates.day(time.to()) + ".",
                ""));
    }

    /** Puts a ground for ending early to a person, once for so many sessions. */
    void breachSeen(ImprovementNotice notice, int missed) {
        store.breachSeen(notice, missed);
        journal.write(Entry.of(
                notice.caseRef().value(),
                KIND,
                "A ground for ending the notice to improve early is met: " + missed
                        + (missed == 1 ? " session" : " sessions") + " missed without leave.",
                notice.asks().early().sentence()));
    }

    /** It ends early as somebody decided before: the parent has been told. */
    void endEarly(ImprovementNotice notice) {
        Early decided = notice.decidedEarly();
        end(notice, Outcome.FAILED, true, decided.by(), decided.why());
    }

    /** The person who is signed in ends it. */
    void end(ImprovementNotice notice, Outcome outcome, String why) {
        end(notice, outcome, false, who.userName(), why);
    }

    private void end(ImprovementNotice notice, Outcome outcome, boolean early, String by, String why) {
        store.end(notice, outcome, early, by, why);
        journal.write(Entry.of(
                notice.caseRef().value(),
                KIND,
                "The notice to improve ended" + (early ? " early" : "") + ": " + outcome.title() + ".",
                why));
    }
}
