package uk.daymark.punctuality;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFollower;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.Finding;
import uk.daymark.cases.FindingFollower;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letters;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.Processes;

/** Begins and ends what is done where a pupil is often late. */
@Component
class Lateness implements FindingFollower, CaseFollower {

    static final String MODEL = "punctuality";
    private static final String STEPS = "late-step";
    static final String LAPSED = "lateness-lapsed";

    /** The kind of finding that says a pupil is often late. */
    private static final String KIND = "LATENESS";

    private final LatenessConcerns concerns;
    private final Cases cases;
    private final Processes processes;
    private final Decisions decisions;
    private final Letters letters;
    private final Journal journal;

    Lateness(
            LatenessConcerns concerns,
            Cases cases,
            Processes processes,
            Decisions decisions,
            Letters letters,
            Journal journal) {
        this.concerns = concerns;
        this.cases = cases;
        this.processes = processes;
        this.decisions = decisions;
        this.letters = letters;
        this.journal = journal;
    }

    @Override
    public void found(Finding finding) {
        if (!finding.kind().equals(KIND)
                || concerns.running(finding.enrolment()).isPresent()) {
            return;
        }
        Optional<String> ofCase =
                cases.openOf(finding.enrolment()).map(CaseFile::ref).map(CaseRef::value);
        String key = ofCase.orElseGet(concerns::nextKey);
        concerns.open(key, finding.enrolment(), finding.sentence(), finding.since());
        journal.write(Entry.of(key, "FINDING", "The pupil is often late.", finding.sentence())
                .under("policy " + finding.policyVersion()));
        processes.start(MODEL, key, Map.of());
    }

    @Override
    public void changed(Finding before, Finding now) {
        // Each step counts afresh.
    }

    @Override
    public void lapsed(Finding finding, String because) {
        if (finding.kind().equals(KIND)) {
            concerns.running(finding.enrolment())
                    .filter(concern -> !concern.watching())
                    .ifPresent(concern -> withdraw(concern, because));
        }
    }

    @Override
    public String wouldLapse(Finding finding) {
        return finding.kind().equals(KIND)
                        && concerns.running(finding.enrolment())
                                .filter(concern -> !concern.watching())
                                .isPresent()
                ? "withdraws 1 step about lateness"
                : "";
    }

    @Override
    public void opened(CaseFile file) {
        // What runs already goes on under its own key.
    }

    @Override
    public void closed(CaseFile file, String why) {
        concerns.running(file.ref().value()).ifPresent(concern -> withdraw(concern, "the case was closed: " + why));
    }

    private void withdraw(LatenessConcern concern, String because) {
        concerns.end(concern.id(), because);
        journal.write(Entry.of(concern.key(), "FINDING", "The pupil is no longer often late.", because));
        processes.signal(LAPSED, concern.key(), Map.of(Processes.BECAUSE, because));
        // The key may be a case's, whose other letters stay.
        decisions.of(concern.key()).stream()
                .filter(fired -> fired.table().equals(STEPS))
                .map(fired -> fired.out(Letters.LETTER))
                .filter(letter -> !letter.isBlank())
                .distinct()
                .forEach(letter -> letters.withdraw(concern.key(), letter, because));
    }
}
