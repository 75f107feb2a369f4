package uk.daymark.escalation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart.Hold;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.SanctionHolds;
import uk.daymark.cases.SanctionHolds.Gate;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.people.Pupil;
import uk.daymark.people.Pupils;
import uk.daymark.time.Dates;

/**
 * The facts of the table {@code support-first}, each from records, and what holds a sanction back, as {@link SanctionHolds} answers it.
 */
@Component
class SupportFirst {

    private static final Set<SupportKind> HELP = Set.of(
            SupportKind.EARLY_HELP,
            SupportKind.TARGETED_SUPPORT,
            SupportKind.SPECIALIST_TEACHING,
            SupportKind.SEND,
            SupportKind.IAEP,
            SupportKind.MEETING,
            SupportKind.OTHER);

    private final Support support;
    private final Pupils pupils;
    private final Cases cases;
    private final DecisionsMade decisions;
    private final CasePolicy policy;
    private final Dates dates;
    private final EarlyHelpAnswer answers;
    private final SanctionHolds sanctionHolds;

    SupportFirst(
            Support support,
            Pupils pupils,
            Cases cases,
            DecisionsMade decisions,
            CasePolicy policy,
            Dates dates,
            SanctionHolds sanctionHolds) {
        this.support = support;
        this.pupils = pupils;
        this.cases = cases;
        this.decisions = decisions;
        this.policy = policy;
        this.dates = dates;
        this.sanctionHolds = sanctionHolds;
        this.answers = new EarlyHelpAnswer(policy);
    }

    Map<String, Object> facts(CaseFile file, CaseFigures figures) {
        SupportFacts known = support.of(file.ref());
        Map<String, Object> facts = new HashMap<>();
        facts.put("mitigating", known.mitigating());
        boolean holiday = holidayOnly(file, figures);
        facts.put("holidayOnly", holiday);
        facts.put("condoned", recorded(known, Set.of(SupportKind.CONDONED)));
        facts.put("needsOnRecord", needsOnRecord(file, known));
        facts.put("noticeSent", noticeSent(file));
        Set<String> held = gates(file, holiday).stream().map(Gate::code).collect(Collectors.toSet());
        facts.put("helpHeld", held.contains("SUPPORT_OPEN_UNDER_12_WEEKS"));
        facts.put("specialistHeld", held.contains("SPECIALIST_TEACHING_UNDER_12_WEEKS"));
        facts.put("planUnderReview", held.contains("IAEP_UNDER_TWO_REVIEWS"));
        facts.put("ehcpNotReviewed", held.contains("EHCP_NOT_RECENTLY_REVIEWED"));
        facts.put("supportOffered", offered(file, known));
        facts.put("answer", answers.of(file, known));
        facts.put(
                "noticeUsed", policy.of(file).yesNo("nti.used", policy.today()).orElse(false));
        return facts;
    }

    /**
     * What holds a sanction back under the policy, as sentences. Where every session counted is holiday without leave only what the policy
     * says of leave as well: nobody has to offer support first then, but support that is open is given its time.
     */
    List<Hold> holds(CaseFile file, CaseFigures figures) {
        return gates(file, holidayOnly(file, figures)).stream()
                .map(gate -> new Hold("No sanction yet", gate.message(), gate.until()))
                .toList();
    }

    private List<Gate> gates(CaseFile file, boolean leaveOnly) {
        return sanctionHolds.of(file, policy.of(file), leaveOnly);
    }

    /** What is not known and may hold a sanction back under the policy, as sentences. */
    List<String> unknown(CaseFile file) {
        SupportFacts known = support.of(file.ref());
        boolean asked =
                policy.of(file).yesNo("hold.ehcp_not_reviewed", policy.today()).orElse(false);
        return asked && known.ehcp() && known.ehcpLastReviewedOn().isEmpty()
                ? List.of("When the education, health and care plan was last reviewed is not on record. Enter the day"
                        + " under Record support.")
                : List.of();
    }

    /** Whether help is open: begun and not ended. */
    boolean open(CaseFile file) {
        return support.of(file.ref()).records().stream()
                .map(SupportRecord::details)
                .filter(help ->
                        earlyOrTargeted().contains(help.kind()) || help.kind() == SupportKind.SPECIALIST_TEACHING)
                .anyMatch(help -> help.openedOn().isPresent() && help.closedOn().isEmpty());
    }

    /** The support on record, one line each. */
    String inWords(CaseFile file) {
        List<SupportRecord> records = support.of(file.ref()).records();
        return records.isEmpty()
                ? "None recorded"
                : String.join(
                        "\n", records.stream().map(one -> line(one.details())).toList());
    }

    SupportFacts known(CaseFile file) {
        return support.of(file.ref());
    }

    private String line(Details details) {
        StringBuilder line = new StringBuilder(details.kind().title());
        details.offeredOn()
                .ifPresent(on -> line.append(": offered ")
                        .append(dates.day(on))
                        .append(", ")
                        .append(details.response().title()));
        details.openedOn().ifPresent(on -> line.append(", open since ").append(dates.day(on)));
        details.closedOn().ifPresent(on -> line.append(", ended ").append(dates.day(on)));
        if (!details.withWhom().isBlank()) {
            line.append(", with ").append(details.withWhom());
        }
        if (!details.note().isBlank()) {
            line.append(". ").append(details.note());
        }
        return line.toString();
    }

    /** Whether every session counted is holiday without leave. */
    boolean holidayOnly(CaseFile file, CaseFigures figures) {
        Set<AttendanceCode> leave =
                policy.of(file).codes("leave.codes", policy.today()).orElse(Set.of());
        return !figures.counted().isEmpty()
                && figures.counted().stream().allMatch(marked -> leave.contains(marked.code()));
    }

    private static boolean recorded(SupportFacts known, Set<SupportKind> kinds) {
        return known.records().stream()
                .anyMatch(one -> kinds.contains(one.details().kind()));
    }

    /** Special needs, a plan, or a social worker: what a notice to this family has to be weighed against. */
    private boolean needsOnRecord(CaseFile file, SupportFacts known) {
        Pupil.Details pupil = pupils.find(file.pupil()).orElseThrow().details();
        return !pupil.sen().isBlank() && !pupil.sen().equalsIgnoreCase("N")
                || pupil.lookedAfter()
                || pupil.childProtection()
                || pupil.childInNeed()
                || recorded(known, Set.of(SupportKind.SEND, SupportKind.EHCP, SupportKind.IAEP));
    }

    /** Whether the headteacher gave a notice to improve before, in any case of the pupil. */
    private boolean noticeSent(CaseFile file) {
        return cases.of(file.pupil()).stream()
                .flatMap(one -> decisions.of(one.ref()).stream())
                .anyMatch(made -> made.what().equals(MustConsiderTask.NOTICE_GIVEN));
    }

    private static Set<SupportKind> earlyOrTargeted() {
        return Set.of(SupportKind.EARLY_HELP, SupportKind.TARGETED_SUPPORT);
    }

    private boolean mustOffer(CaseFile file) {
        return policy.of(file).yesNo("hold.eha_not_offered", policy.today()).orElse(false);
    }

    private boolean offered(CaseFile file, SupportFacts known) {
        return mustOffer(file)
                ? known.earlyHelpOffered()
                : known.records().stream()
                        .anyMatch(one -> HELP.contains(one.details().kind()));
    }
}
