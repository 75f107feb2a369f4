package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralAnswer;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralFigures;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.enforcement.Warning;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.PanelDays;
import uk.daymark.measure.Summary;
import uk.daymark.policy.Policy;

/** The gates of a referral, and when they would open if only time goes by. */
public final class ReferralRules implements ReferralCheck {

    private final BankHolidays bankHolidays;

    /** @param bankHolidays of England: no panel sits on one */
    public ReferralRules(BankHolidays bankHolidays) {
        this.bankHolidays = bankHolidays;
    }

    @Override
    public ReferralAnswer check(ReferralQuestion question) {
        Gates today = gates(question);
        Optional<LocalDate> earliest = earliest(question);
        Optional<LocalDate> panel = earliest.flatMap(day -> nextPanel(question, day));
        List<Warning> warnings = new ArrayList<>();
        attendanceOverALongerPeriod(question, today.values()).ifPresent(warnings::add);
        if (earliest.isPresent() && panel.isEmpty() && sits(question)) {
            warnings.add(new Warning(
                    "PANEL_DAY_NOT_KNOWN",
                    "The next sitting of the panel is not known: no calendar was given, or it ends before.",
                    today.values().source("panel.day")));
        }
        return new ReferralAnswer(earliest, panel, today.failed(), today.passed(), today.unknown(), warnings);
    }

    @Override
    public ReferralFigures figures(Policy policy, MeasuredRegister register, DateRange period) {
        return ReferralMeasuring.of(policy, register, period);
    }

    @Override
    public List<CheckedRule> holds(Policy policy, ReferralRoute route, LocalDate on, SupportFacts support) {
        Gates gates = new Gates(new ReferralQuestion(
                policy,
                route,
                on,
                ReferralFigures.unknown(),
                support,
                Optional.empty(),
                PublicPlaceFacts.unknown(),
                Optional.empty()));
        new SupportGates(gates).all();
        return gates.failed();
    }

    /**
     * The first day on which nothing fails. Each rule that time cures fails on every day up to the one it names, so no day before the
     * latest of them can be the one; on that day all rules are looked at again, because others may have failed meanwhile.
     */
    private static Optional<LocalDate> earliest(ReferralQuestion question) {
        LocalDate day = question.on();
        while (true) {
            List<CheckedRule> failed = gates(question.on(day)).failed();
            if (failed.isEmpty()) {
                return Optional.of(day);
            }
            if (failed.stream().anyMatch(rule -> rule.until().isEmpty())) {
                return Optional.empty();
            }
            day = failed.stream()
                    .flatMap(rule -> rule.until().stream())
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }
    }

    private static Gates gates(ReferralQuestion question) {
        Gates gates = new Gates(question);
        switch (question.route()) {
            case IRREGULAR -> new EvidenceGates(gates).irregular();
            case LEAVE -> new EvidenceGates(gates).leave();
            case PUBLIC_PLACE -> new PublicPlaceGates(gates).all();
        }
        new SupportGates(gates).all();
        return gates;
    }

    private static boolean sits(ReferralQuestion question) {
        return question.policy().yesNo("panel.exists", question.on()).orElse(false);
    }

    private Optional<LocalDate> nextPanel(ReferralQuestion question, LocalDate after) {
        if (!sits(question)) {
            return Optional.empty();
        }
        return question.policy()
                .weekday("panel.day", after)
                .flatMap(weekday -> question.calendar()
                        .flatMap(calendar -> new PanelDays(weekday, calendar, bankHolidays).nextAfter(after)));
    }

    /**
     * Over a longer period an authority may also ask that attendance has fallen to a share. It has no code among the rules of a
     * referral, so it is a warning.
     */
    private static Optional<Warning> attendanceOverALongerPeriod(ReferralQuestion question, PolicyValues values) {
        String key = "window.longer_attendance";
        ReferralFigures figures = question.figures();
        Optional<Integer> share = values.number(key, question.route().matter());
        if (question.route() != ReferralRoute.IRREGULAR
                || share.isEmpty()
                || figures.possible().isEmpty()
                || figures.absent().isEmpty()
                || figures.schoolWeeks()
                        .filter(weeks -> weeks > values.needed("threshold.window"))
                        .isEmpty()
                || Summary.reaches(
                        100 - share.get(),
                        figures.absent().get(),
                        figures.possible().get())) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                "ATTENDANCE_ABOVE_THE_SHARE",
                "The period is longer than " + values.needed("threshold.window")
                        + " school weeks and attendance in it lies above " + share.get() + " percent.",
                values.source(key)));
    }
}
