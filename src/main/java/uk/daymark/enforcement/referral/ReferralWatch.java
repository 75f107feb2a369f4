package uk.daymark.enforcement.referral;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.ReferralStore.Unanswered;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.register.DecisionEffects;
import uk.daymark.register.ImportEffects;
import uk.daymark.register.MarkChange;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;

/** Sees changed marks of pupils whose referral is open, and has its checks looked at again where they now come out otherwise. */
@Component
class ReferralWatch implements ImportEffects, DecisionEffects {

    private final ReferralStore store;
    private final ReferralCases cases;
    private final ReferralRounds rounds;
    private final Preflight preflight;
    private final Pupils pupils;
    private final Processes processes;
    private final Dates dates;

    ReferralWatch(
            ReferralStore store,
            ReferralCases cases,
            ReferralRounds rounds,
            Preflight preflight,
            Pupils pupils,
            Processes processes,
            Dates dates) {
        this.store = store;
        this.cases = cases;
        this.rounds = rounds;
        this.preflight = preflight;
        this.pupils = pupils;
        this.processes = processes;
        this.dates = dates;
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause, open());
    }

    @Override
    public void decided(EnrolmentId enrolment, Session session) {
        pupils.enrolment(enrolment)
                .map(on -> open().getOrDefault(on.pupil(), List.of()))
                .orElse(List.of())
                .forEach(referral -> lookAgain(referral, List.of(session)));
    }

    /** Only which there are: a referral's checks are read when a mark of its pupil has changed. */
    private Map<PupilId, List<Unanswered>> open() {
        return store.unanswered().stream()
                .collect(Collectors.groupingBy(Unanswered::pupil, LinkedHashMap::new, Collectors.toList()));
    }

    private void lookAgain(Unanswered open, Collection<Session> changed) {
        CaseFile file = cases.of(open.caseRef().value());
        Referral referral = rounds.open(file);
        Map<String, Result> before = results(referral.checks());
        Map<String, Result> now =
                results(preflight.preview(file, referral.route(), referral.period(), rounds.named(file, referral)));
        if (before.equals(now)) {
            return;
        }
        processes.signal(
                Models.FACTS_CHANGED,
                referral.caseRef().value(),
                Map.of(
                        Processes.BECAUSE,
                        "marks have changed, so the checks are looked at again: "
                                + changed.stream()
                                        .sorted()
                                        .limit(3)
                                        .map(this::inWords)
                                        .collect(Collectors.joining(", "))));
    }

    private static Map<String, Result> results(List<Check> checks) {
        return checks.stream().collect(Collectors.toMap(Check::key, Check::result));
    }

    private String inWords(Session session) {
        return dates.day(session.date()) + (session.half() == Half.AM ? " morning" : " afternoon");
    }

    /** Of one import: the sessions that changed in the period of each open referral. */
    private final class Watching implements Watch {

        private final Cause cause;
        private final Map<PupilId, List<Unanswered>> open;
        private final Map<Unanswered, Set<Session>> touched = new LinkedHashMap<>();

        Watching(Cause cause, Map<PupilId, List<Unanswered>> open) {
            this.cause = cause;
            this.open = open;
        }

        @Override
        public void changed(List<MarkChange> changes) {
            for (MarkChange change : changes) {
                for (Unanswered referral : open.getOrDefault(change.pupil(), List.of())) {
                    if (referral.period().contains(change.session().date())) {
                        touched.computeIfAbsent(referral, one -> new TreeSet<>())
                                .add(change.session());
                    }
                }
            }
        }

        @Override
        public List<String> inWords() {
            if (cause.applying()) {
                touched.forEach(ReferralWatch.this::lookAgain);
            }
            return touched.isEmpty()
                    ? List.of()
                    : List.of("looks at the checks of " + touched.size()
                            + (touched.size() == 1 ? " referral" : " referrals") + " again");
        }
    }
}
