package uk.daymark.enforcement.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeTerms;
import uk.daymark.enforcement.ledger.PaymentClock;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.AuthorityLetterheads;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;
import uk.daymark.measure.MarkedSession;
import uk.daymark.time.Dates;

/**
 * What the letters about a notice say: the notice itself, its withdrawal, and that it stands.
 *
 * <p>Source: Education (Penalty Notices) (England) Regulations 2004, by their summary (PNR-04), for what a notice has to contain.
 */
@Component
class NoticeLetters implements LetterSubject {

    private static final Set<String> OURS = Set.of(
            NoticeModels.NOTICE_LETTER,
            NoticeModels.PUBLIC_PLACE_LETTER,
            NoticeModels.WITHDRAWN_LETTER,
            NoticeModels.REFUSED_LETTER);

    /** The notices themselves: they say until when they can be paid. */
    private static final Set<String> SPEAKING_OF_DAYS =
            Set.of(NoticeModels.NOTICE_LETTER, NoticeModels.PUBLIC_PLACE_LETTER);

    private final ParentCases parents;
    private final NoticeOf notices;
    private final NoticeTerms terms;
    private final Withdrawals withdrawals;
    private final PostingRules posting;
    private final QuestionedNotices questioned;
    private final NoticeWords words;
    private final AuthorityLetterheads letterheads;
    private final People people;
    private final Dates dates;
    private final NoticeDays days;

    NoticeLetters(
            ParentCases parents,
            NoticeOf notices,
            NoticeTerms terms,
            Withdrawals withdrawals,
            PostingRules posting,
            QuestionedNotices questioned,
            NoticeWords words,
            AuthorityLetterheads letterheads,
            People people,
            Dates dates,
            NoticeDays days) {
        this.parents = parents;
        this.notices = notices;
        this.terms = terms;
        this.withdrawals = withdrawals;
        this.posting = posting;
        this.questioned = questioned;
        this.words = words;
        this.letterheads = letterheads;
        this.people = people;
        this.dates = dates;
        this.days = days;
    }

    @Override
    public boolean knows(String template, String key) {
        return OURS.contains(template) && ParentKey.of(key).isPresent();
    }

    @Override
    public LetterOrder order(String template, String key) {
        ParentCase parent = parents.of(key);
        NoticeFile file = subject(template, key);
        LetterOrder order = new LetterOrder(
                        template,
                        parent.file().enrolment(),
                        key,
                        Optional.of(parent.file().ref().value()),
                        details(file, !template.equals(NoticeModels.REFUSED_LETTER)),
                        Optional.of(file.notice().sessions().stream()
                                .map(MarkedSession::session)
                                .collect(Collectors.toSet())))
                .fromTheAuthorityTo(parent.parent().contact());
        return SPEAKING_OF_DAYS.contains(template) ? order.toBePostedWithin(0) : order;
    }

    @Override
    public List<String> againstPosting(String template, String key, LocalDate day) {
        return SPEAKING_OF_DAYS.contains(template) ? posting.against(parents.of(key), notices.of(key), day) : List.of();
    }

    /** It cannot be called back: somebody looks at whether it is withdrawn. */
    @Override
    public void posted(String template, String key, List<String> against) {
        NoticeFile file = notices.of(key);
        String what = words.say("posted-all-the-same", file.notice().ref(), String.join(" ", against));
        questioned.question(file, WithdrawalRequest.From.POSTING, what, what);
    }

    /** The notice that was withdrawn last, that was refused last, or that was issued last: what the letter is about. */
    private NoticeFile subject(String template, String key) {
        return switch (template) {
            case NoticeModels.WITHDRAWN_LETTER ->
                latest(key, file -> file.withdrawal().map(NoticeFile.Withdrawal::recordedAt));
            case NoticeModels.REFUSED_LETTER ->
                latest(
                        key,
                        file -> withdrawals.of(file.notice().ref()).stream()
                                .flatMap(request -> request.decided().stream())
                                .filter(decided -> decided.outcome() == WithdrawalRequest.Outcome.REFUSED)
                                .map(WithdrawalRequest.Decided::at)
                                .max(Comparator.naturalOrder()));
            default -> notices.of(key);
        };
    }

    private NoticeFile latest(String key, Function<NoticeFile, Optional<Instant>> when) {
        return notices.all(key).stream()
                .filter(file -> when.apply(file).isPresent())
                .max(Comparator.comparing(file -> when.apply(file).orElseThrow()))
                .orElseThrow();
    }

    /** @param asIssued whether it speaks of the amounts as the notice was issued; else of those that can still be paid today */
    private Map<String, Object> details(NoticeFile file, boolean asIssued) {
        Notice notice = file.notice();
        Map<String, Object> details = new HashMap<>();
        details.put("notice_ref", notice.ref().value());
        details.put("notice_issued_on", notice.issuedOn());
        details.put("notice_officer", people.displayName(notice.decidedBy()));
        details.put("authority", letterheads.of(notice.keptBy()).name());
        details.put("offence_from", notice.offence().from());
        details.put("offence_to", notice.offence().to());
        PaymentClock clock = notice.clock().orElseGet(() -> terms.clock(notice, days.today()));
        details.put("notice_received_on", clock.deemedOn());
        details.put("pay_until", payUntil(notice, clock, asIssued));
        details.put("one_amount_only", notice.discounted().isEmpty());
        details.put("has_time_to_pay", !days.today().isAfter(clock.fullUntil()));
        details.put("notice_grounds", terms.grounds(notice));
        Optional<NoticeFile.Withdrawal> withdrawal = file.withdrawal();
        details.put(
                "withdrawn_on",
                withdrawal.map(NoticeFile.Withdrawal::withdrawnOn).orElse(LocalDate.EPOCH));
        details.put(
                "withdrawal_ground",
                withdrawal.map(NoticeFile.Withdrawal::ground).orElse(""));
        details.put(
                "has_refund",
                file.money().filter(money -> money.owedBack().any()).isPresent());
        details.put("decision_reason", refusal(notice));
        return details;
    }

    /** Each amount with its last day; a lower one that is over is left out where it is not the notice itself. */
    private List<String> payUntil(Notice notice, PaymentClock clock, boolean asIssued) {
        List<String> lines = new ArrayList<>();
        notice.discounted()
                .ifPresent(lower -> clock.discountedUntil()
                        .filter(last -> asIssued || !days.today().isAfter(last))
                        .ifPresent(last -> lines.add(lower + ": " + dates.weekday(last))));
        notice.full().ifPresent(full -> lines.add(full + ": " + dates.weekday(clock.fullUntil())));
        return lines;
    }

    private String refusal(Notice notice) {
        return withdrawals.of(notice.ref()).stream()
                .flatMap(request -> request.decided().stream())
                .reduce((older, newer) -> newer)
                .map(WithdrawalRequest.Decided::why)
                .orElse("");
    }
}
