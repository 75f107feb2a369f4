package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.check.NoticeRules;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeTerms;
import uk.daymark.enforcement.notice.NoticeBasis.Basis;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.Route;

/**
 * Until when something about a notice has to be decided, so that it can still be prosecuted if it is not paid.
 *
 * <p>Source: Magistrates' Courts Act 1980, section 127, counted from the first session of the offence.
 */
@Component
class LastDays {

    private final NoticeBasis basis;
    private final NoticeCheck check;
    private final NoticeTerms terms;
    private final NoticeDays days;

    LastDays(NoticeBasis basis, NoticeCheck check, NoticeTerms terms, NoticeDays days) {
        this.basis = basis;
        this.check = check;
        this.terms = terms;
        this.days = days;
    }

    /** The usual day, or the last before it on which a notice that is authorised and posted leaves time; today where none does. */
    LocalDate toAuthorise(ParentCase parent, LocalDate usual) {
        Basis rests = basis.of(parent);
        NoticeKind kind = rests.route() == Route.PUBLIC_PLACE ? NoticeKind.PUBLIC_PLACE : NoticeKind.ATTENDANCE;
        return lastUntil(
                usual,
                day -> check
                        .check(new NoticeQuestion(
                                parent.policy(), kind, days.today(), day, rests.offence(), Optional.empty(), List.of()))
                        .blocked()
                        .stream()
                        .noneMatch(rule -> rule.code().equals(NoticeRules.NO_TIME)));
    }

    /** The same for a notice that is issued: to be posted in time, and once posted to be prosecuted. */
    LocalDate toSettle(Notice notice, LocalDate usual) {
        return notice.clock().isPresent()
                ? days.notAfter(usual, notice.prosecuteSafe())
                : lastUntil(usual, day -> terms.clock(notice, day).fullUntil().isBefore(notice.prosecuteSafe()));
    }

    private LocalDate lastUntil(LocalDate usual, Predicate<LocalDate> inTime) {
        LocalDate day = usual;
        while (day.isAfter(days.today()) && !inTime.test(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
