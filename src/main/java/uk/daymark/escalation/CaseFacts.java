package uk.daymark.escalation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFigures.Course;
import uk.daymark.cases.CaseFigures.Share;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.cases.DecisionMade;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Finding;
import uk.daymark.cases.Findings;
import uk.daymark.cases.LiesAtAuthority;
import uk.daymark.cases.Standing;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.letters.Letters;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.policy.Policy;
import uk.daymark.time.LondonTime;

/** The facts of the table {@code next-rung}, measured and looked up afresh: words and yes or no; every number is the policy's. */
@Component
class CaseFacts {

    private static final int WHOLE = 100;

    private final CaseMeasures measures;
    private final StepsTaken steps;
    private final SupportFirst support;
    private final CasePolicy policies;
    private final Findings findings;
    private final DecisionsMade decisions;
    private final Letters letters;
    private final List<LiesAtAuthority> authority;

    CaseFacts(
            CaseMeasures measures,
            StepsTaken steps,
            SupportFirst support,
            CasePolicy policies,
            Findings findings,
            DecisionsMade decisions,
            Letters letters,
            List<LiesAtAuthority> authority) {
        this.measures = measures;
        this.steps = steps;
        this.support = support;
        this.policies = policies;
        this.findings = findings;
        this.decisions = decisions;
        this.letters = letters;
        this.authority = authority;
    }

    Map<String, Object> of(CaseFile file) {
        Policy policy = policies.of(file);
        Standing standing = measures.standing(file.pupil());
        CaseFigures figures = standing.figures();
        Set<String> taken = steps.rungs(file.ref());
        boolean caughtUp = taken.contains(Rung.CATCH_UP.id());
        Map<String, Object> facts = new HashMap<>();
        facts.put("change", change(file, standing));
        facts.put("atAuthority", atAuthority(file));
        facts.put("thresholdMet", figures.thresholdMet());
        facts.put("familyHeard", familyHeard(file));
        facts.put("fastFall", fallsFast(file, standing));
        facts.put("style", policies.text(policy, "escalation.style"));
        facts.put("lowestBand", inLowestBand(policy, figures));
        facts.put("evidenceDue", evidenceDue(file, policy, figures));
        facts.put(
                "onlyAuthorised", figures.year().absent() > 0 && figures.year().unauthorised() == 0);
        facts.put("softDone", taken.contains(Rung.SOFT_LETTER.id()) || before(file, SupportKind.FIRST_LETTER));
        facts.put("authorisedDone", taken.contains(Rung.AUTHORISED_LETTER.id()));
        facts.put(
                "concernDone",
                caughtUp || taken.contains(Rung.CONCERN_LETTER.id()) || before(file, SupportKind.LETTER));
        facts.put("evidenceDone", taken.contains(Rung.MEDICAL_EVIDENCE.id()) || before(file, SupportKind.EVIDENCE));
        facts.put("helpDone", caughtUp || taken.contains(Rung.EARLY_HELP.id()) || helpOffered(file));
        facts.put("meetingDone", caughtUp || taken.contains(Rung.MEETING.id()) || before(file, SupportKind.MEETING));
        facts.put("adviceDone", taken.contains(Rung.ADVICE.id()) || before(file, SupportKind.ADVICE));
        facts.put("continuingDone", taken.contains(Rung.CONTINUING.id()));
        facts.put("supportOpen", support.open(file));
        facts.put("considerAgain", considerAgain(file, figures));
        return facts;
    }

    /** Whether the authority has still to settle the case: until then it is neither closed by its model nor put to the head again. */
    boolean atAuthority(CaseFile file) {
        return authority.stream().anyMatch(one -> one.underWay(file));
    }

    /** Whether anything has reached the family in this case. */
    boolean familyHeard(CaseFile file) {
        return letters.of(file.ref().value()).stream()
                        .anyMatch(letter -> letter.state().sent())
                || !support.known(file).records().isEmpty();
    }

    /** How attendance went in the time that the family was given: improved, better, not-better. */
    private String change(CaseFile file, Standing standing) {
        Optional<LocalDate> from = steps.last(file.ref())
                .map(last -> last.waitingFrom().orElse(last.begunOn()).plusDays(1));
        if (from.isEmpty()) {
            return "not-better";
        }
        Course course = standing.course(from.get());
        Share since = course.since();
        if (since.possible() < policies.number(file, "escalation.improved_possible")) {
            return "not-better";
        }
        boolean enough = WHOLE * (since.possible() - since.absent())
                >= policies.number(file, "escalation.improved_at") * since.possible();
        if (enough && since.unauthorised() <= policies.number(file, "escalation.improved_unauthorised")) {
            return "improved";
        }
        return course.improved() ? "better" : "not-better";
    }

    private boolean fallsFast(CaseFile file, Standing standing) {
        LocalDate from = policies.today().minusWeeks(policies.number(file, "escalation.fast_weeks"));
        Course course = standing.course(from);
        Share since = course.since();
        return course.worse()
                && since.possible() >= policies.number(file, "escalation.improved_possible")
                && WHOLE * since.absent() >= policies.number(file, "escalation.fast_missed") * since.possible();
    }

    private boolean inLowestBand(Policy policy, CaseFigures figures) {
        return policy.bands("tier.bands", policies.today())
                .filter(bands -> bands.size() > 1)
                .map(bands -> bands.get(bands.size() - 1).name().equals(figures.band()))
                .orElse(false);
    }

    /** In the band in which the policy lets evidence be asked for, with a pattern. */
    private boolean evidenceDue(CaseFile file, Policy policy, CaseFigures figures) {
        return policy.text("escalation.evidence_band", policies.today())
                        .filter(figures.band()::equals)
                        .isPresent()
                && findings.open(file.enrolment(), "PATTERN")
                        .filter(CaseFacts::mostlyIllness)
                        .isPresent();
    }

    /** A pattern is one of illness where most of its sessions are. */
    private static boolean mostlyIllness(Finding pattern) {
        long ill = pattern.sessions().stream()
                .filter(marked -> marked.code() == AttendanceCode.I)
                .count();
        return 2 * ill > pattern.sessions().size();
    }

    /** A step that was taken before Daymark and entered with its source counts as taken. */
    private boolean before(CaseFile file, SupportKind kind) {
        return support.known(file).records().stream()
                .map(SupportRecord::details)
                .anyMatch(one -> one.kind() == kind && !one.source().isBlank());
    }

    /** An offer in one of our own letters that nobody has answered is still to be followed up. */
    private boolean helpOffered(CaseFile file) {
        return support.known(file).records().stream()
                .map(SupportRecord::details)
                .filter(one -> one.kind() == SupportKind.EARLY_HELP)
                .anyMatch(one -> one.openedOn().isPresent()
                        || one.offeredOn().isPresent()
                                && (one.response() != Response.NOT_YET || !Letters.offeredIn(one)));
    }

    /** The head decided to go on, that was before this round of waiting, and absences without leave have gone on. */
    private boolean considerAgain(CaseFile file, CaseFigures figures) {
        Optional<LocalDate> decided = lastDecision(file)
                .map(decision ->
                        LocalDateTime.ofInstant(decision.at(), LondonTime.ZONE).toLocalDate());
        return figures.thresholdFirm()
                && !atAuthority(file)
                && decided.isPresent()
                && figures.counted().stream()
                        .anyMatch(marked -> marked.session().date().isAfter(decided.get()));
    }

    /** The last time the head considered a penalty notice in this case. */
    Optional<DecisionMade> lastDecision(CaseFile file) {
        List<DecisionMade> made = decisions.of(file.ref()).stream()
                .filter(decision -> decision.taskKind().equals(Rung.CONSIDER.id()))
                .toList();
        return made.stream().reduce((earlier, later) -> later);
    }
}
