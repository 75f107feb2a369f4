package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.NoticeRate;
import uk.daymark.enforcement.Warning;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.PaymentPeriod;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.WorkingDays;

/**
 * The rules before a penalty notice, each with its source.
 *
 * <p>The limit of notices in the time looked back over, and the second rate, are about notices for attendance (section 444A). A
 * notice for an excluded pupil in a public place (section 105) keeps its own scale, which knows neither; a warning says so where
 * earlier notices would have mattered.
 */
public final class NoticeRules implements NoticeCheck {

    /** The code of the rule that a notice has to leave time to prosecute. */
    public static final String NO_TIME = "NO_TIME_TO_PROSECUTE";

    private final WorkingDays workingDays;

    /** @param bankHolidays of England */
    public NoticeRules(BankHolidays bankHolidays) {
        this.workingDays = new WorkingDays(bankHolidays);
    }

    @Override
    public NoticeAnswer check(NoticeQuestion question) {
        PolicyValues values = new PolicyValues(question.policy(), question.proposedOn());
        EarlierNotices earlier = new EarlierNotices(values, question.proposedOn(), question.previous());
        boolean attendance = question.kind() == NoticeKind.ATTENDANCE;
        Optional<NoticeRate> rate = !attendance
                ? Optional.of(NoticeRate.FIRST)
                : earlier.atTheLimit()
                        ? Optional.empty()
                        : Optional.of(earlier.counted() > 0 ? NoticeRate.SECOND : NoticeRate.FIRST);
        Optional<Integer> discounted = rate.filter(NoticeRate.FIRST::equals)
                .map(first -> attendance
                        ? values.needed("pn.amount.first_discount")
                        : values.neededPair("pn.amount.excluded").get(0));
        Optional<Integer> full = rate.map(known -> !attendance
                ? values.neededPair("pn.amount.excluded").get(1)
                : values.needed(known == NoticeRate.FIRST ? "pn.amount.first_full" : "pn.amount.second"));
        PaymentPeriod payment = PaymentPeriod.ofPosting(
                question.postedOn(),
                workingDays,
                values.needed("service.deemed"),
                values.needed("pn.days.discount"),
                values.needed("pn.days.full"));
        ProsecutionLimit limit = ProsecutionLimit.of(question.offence(), values.needed("prosecution.limit"));

        List<CheckedRule> blocked = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        if (attendance) {
            earlier.block().ifPresent(blocked::add);
            warnings.addAll(earlier.warnings());
        } else if (earlier.counted() > 0) {
            warnings.add(new Warning(
                    "EARLIER_NOTICES_SET_ASIDE",
                    Words.many(earlier.counted(), "earlier notice", "earlier notices")
                            + " for attendance neither stopped this one nor changed its amounts: it is about a public place.",
                    values.source("pn.amount.excluded")));
        }
        timeToProsecute(values, payment, limit, blocked, warnings);
        age(question, blocked, warnings);
        return new NoticeAnswer(
                rate,
                earlier.counted(),
                earlier.lookbackFrom(),
                discounted,
                full,
                payment.deemedReceivedOn(),
                discounted.map(amount -> payment.discountedUntil()),
                payment.fullUntil(),
                limit,
                blocked,
                warnings);
    }

    /** The safe limit counts, from the first session of the offence; the last day to pay must lie before it. */
    private static void timeToProsecute(
            PolicyValues values,
            PaymentPeriod payment,
            ProsecutionLimit limit,
            List<CheckedRule> blocked,
            List<Warning> warnings) {
        long daysBetween = ChronoUnit.DAYS.between(payment.fullUntil(), limit.safe());
        String dates = "The notice can be paid until " + Words.day(payment.fullUntil())
                + "; a prosecution must be begun by " + Words.day(limit.safe())
                + ", counted from the first session of the offence";
        if (daysBetween <= 0) {
            blocked.add(
                    new CheckedRule(
                            NO_TIME,
                            dates + ". No time would be left to prosecute if it is not paid.",
                            Optional.empty(),
                            values.source("prosecution.limit"),
                            "Posting it earlier, or an offence that begins later. Prosecution without a notice may still be possible."));
        } else if (daysBetween < values.needed("prosecution.little_time")) {
            warnings.add(new Warning(
                    "LITTLE_TIME_TO_PROSECUTE",
                    dates + ": " + Words.many(daysBetween, "day", "days") + " later. Prepare the file in good time.",
                    values.source("prosecution.little_time")));
        }
    }

    private static void age(NoticeQuestion question, List<CheckedRule> blocked, List<Warning> warnings) {
        String source = "Education Act 1996, section 8, and the orders made under it";
        if (question.dateOfBirth().isEmpty()) {
            warnings.add(new Warning(
                    "AGE_NOT_CHECKED",
                    "No date of birth was given, so compulsory school age was not checked.",
                    source));
            return;
        }
        DateRange age = CompulsorySchoolAge.of(question.dateOfBirth().get());
        LocalDate from = question.offence().from();
        LocalDate to = question.offence().to();
        if (!age.contains(from) || !age.contains(to)) {
            blocked.add(new CheckedRule(
                    "NOT_COMPULSORY_SCHOOL_AGE",
                    "The offence runs from " + Words.day(from) + " to " + Words.day(to)
                            + "; the child is of compulsory school age from " + Words.day(age.from()) + " to "
                            + Words.day(age.to()) + ".",
                    Optional.empty(),
                    source,
                    "An offence that lies wholly inside compulsory school age, where enough sessions are left."));
        }
    }
}
