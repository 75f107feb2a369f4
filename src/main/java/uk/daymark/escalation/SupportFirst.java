package uk.daymark.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFigures;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart.Hold;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.people.Pupil;
import uk.daymark.people.Pupils;
import uk.daymark.time.Dates;

/**
 * The facts of the table {@code support-first}, each from records, and what holds a sanction back. Weeks, months and cycles come from the
 * keys {@code hold.*} of the policy; where a policy has none there is no such hold.
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

    SupportFirst(Support support, Pupils pupils, Cases cases, DecisionsMade decisions, CasePolicy policy, Dates dates) {
        this.support = support;
        this.pupils = pupils;
        this.cases = cases;
        this.decisions = decisions;
        this.policy = policy;
        this.dates = dates;
        this.answers = new EarlyHelpAnswer(policy);
    }

    Map<String, Object> facts(CaseFile file, CaseFigures figures) {
        SupportFacts known = support.of(file.ref());
        Map<String, Object> facts = new HashMap<>();
        facts.put("mitigating", known.mitigating());
        facts.put("holidayOnly", holidayOnly(file, figures));
        facts.put("condoned", recorded(known, Set.of(SupportKind.CONDONED)));
        facts.put("needsOnRecord", needsOnRecord(file, known));
        facts.put("noticeSent", noticeSent(file));
        facts.put("helpHeld", helpHeldUntil(file, known).isPresent());
        facts.put("specialistHeld", specialistHeldUntil(file, known).isPresent());
        facts.put("planUnderReview", planUnderReview(file, known));
        facts.put("ehcpNotReviewed", ehcpNotReviewed(file, known));
        facts.put("supportOffered", offered(file, known));
        facts.put("answer", answers.of(file, known));
        facts.put(
                "noticeUsed", policy.of(file).yesNo("nti.used", policy.today()).orElse(false));
        return facts;
    }

    /**
     * What holds a sanction back under the policy, as sentences. Where every session counted is holiday without leave nothing does:
     * support is not expected first.
     */
    List<Hold> holds(CaseFile file, CaseFigures figures) {
        if (holidayOnly(file, figures)) {
            return List.of();
        }
        SupportFacts known = support.of(file.ref());
        List<Hold> holds = new ArrayList<>();
        helpHeldUntil(file, known)
                .ifPresent(until -> holds.add(new Hold(
                        "No sanction yet",
                        "Early help or targeted support opened " + day(openedLast(known, earlyOrTargeted()))
                                + ", held until " + dates.day(until) + ".",
                        Optional.of(until))));
        specialistHeldUntil(file, known)
                .ifPresent(until -> holds.add(new Hold(
                        "No sanction yet",
                        "Specialist teaching opened " + day(openedLast(known, Set.of(SupportKind.SPECIALIST_TEACHING)))
                                + ", held until " + dates.day(until) + ".",
                        Optional.of(until))));
        if (planUnderReview(file, known)) {
            holds.add(hold("The individual plan has not been through the reviews that the policy asks for."));
        }
        if (ehcpNotReviewed(file, known)) {
            holds.add(hold("The education, health and care plan has not recently been reviewed."));
        }
        if (mustOffer(file) && !known.earlyHelpOffered()) {
            holds.add(hold("Early help has not been offered."));
        }
        return holds;
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

    private Optional<LocalDate> helpHeldUntil(CaseFile file, SupportFacts known) {
        return heldUntil(file, known, "hold.eha_open", earlyOrTargeted());
    }

    private Optional<LocalDate> specialistHeldUntil(CaseFile file, SupportFacts known) {
        return heldUntil(file, known, "hold.specialist_open", Set.of(SupportKind.SPECIALIST_TEACHING));
    }

    private Optional<LocalDate> heldUntil(CaseFile file, SupportFacts known, String key, Set<SupportKind> kinds) {
        return policy.maybe(file, key)
                .flatMap(weeks -> openedLast(known, kinds).map(opened -> opened.plusWeeks(weeks)))
                .filter(until -> policy.today().isBefore(until));
    }

    /** The day on which help that has not ended began; help that was accepted counts from its offer until it begins. */
    private static Optional<LocalDate> openedLast(SupportFacts known, Set<SupportKind> kinds) {
        return known.records().stream()
                .map(SupportRecord::details)
                .filter(help -> kinds.contains(help.kind()) && help.closedOn().isEmpty())
                .flatMap(SupportFirst::begun)
                .max(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> begun(Details help) {
        return help
                .openedOn()
                .or(() -> help.response() == Response.ACCEPTED ? help.offeredOn() : Optional.empty())
                .stream();
    }

    private static Set<SupportKind> earlyOrTargeted() {
        return Set.of(SupportKind.EARLY_HELP, SupportKind.TARGETED_SUPPORT);
    }

    private boolean planUnderReview(CaseFile file, SupportFacts known) {
        Optional<Integer> cycles = policy.maybe(file, "hold.iaep_reviews");
        return cycles.isPresent()
                && known.iaepReviews().filter(done -> done < cycles.get()).isPresent();
    }

    private boolean ehcpNotReviewed(CaseFile file, SupportFacts known) {
        Optional<Integer> months = policy.maybe(file, "hold.ehcp_review");
        return known.ehcp()
                && months.isPresent()
                && policy.of(file)
                        .yesNo("hold.ehcp_not_reviewed", policy.today())
                        .orElse(false)
                && known.ehcpLastReviewedOn()
                        .filter(on -> on.isBefore(policy.today().minusMonths(months.get())))
                        .isPresent();
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

    private String day(Optional<LocalDate> day) {
        return day.map(dates::day).orElse("");
    }

    private static Hold hold(String because) {
        return new Hold("No sanction yet", because, Optional.empty());
    }
}
