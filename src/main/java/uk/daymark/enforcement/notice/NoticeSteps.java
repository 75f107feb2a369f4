package uk.daymark.enforcement.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.PaymentClock;
import uk.daymark.enforcement.notice.NoticeBasis.Basis;
import uk.daymark.enforcement.referral.LiableParent.Standing;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** What the model {@code penalty-notice} does by itself: it checks, keeps the clock and tells. It issues and withdraws nothing. */
@Configuration(proxyBeanMethods = false)
class NoticeSteps {

    @Bean
    Step seeNotice() {
        return new NamedStep(
                "seeNotice",
                context -> Map.of(NoticeModels.REOPENED, context.yes(NoticeModels.REOPENED), "postLater", false));
    }

    @Bean
    Step checkNotice(
            ParentCases parents,
            LiableParents liable,
            NoticeBasis basis,
            Issuing issuing,
            NoticeDays days,
            NoticeWords words) {
        return new NamedStep("checkNotice", context -> {
            liable.noticeToCome(key(context));
            ParentCase parent = parents.of(context.key());
            Basis rests = basis.of(parent);
            IssueAnswer answer = issuing.check(
                    basis.proposal(parent, rests, rests.offence(), days.today(), words.say("not-said-yet")));
            return Map.of(
                    "allowed",
                    answer.allowed(),
                    NoticeModels.SENTENCE,
                    answer.allowed()
                            ? words.say("rules-kept")
                            : words.say("rules-against", answer.blocked().size()));
        });
    }

    @Bean
    Step startPaymentClock(
            NoticeOf notices,
            LedgerEntries entries,
            Processes processes,
            NoticeDays days,
            NoticeWords words,
            SchoolTold school,
            Dates dates,
            Who who) {
        return new NamedStep("startPaymentClock", context -> {
            NoticeFile file = notices.of(context);
            if (file.notice().clock().isEmpty() && file.state().payable()) {
                LocalDate postedOn = postedOn(context).orElseGet(days::today);
                file = entries.posted(
                        file.notice().ref(),
                        postedOn,
                        new Keeper(who.userName(), Scope.authority(file.notice().keptBy())));
                school.tell(key(context), words.issued(file.notice(), dates.day(postedOn)));
                warnOfTheLimit(file.notice(), context.key(), processes, words, dates);
            }
            return clock(file, days);
        });
    }

    private static Optional<LocalDate> postedOn(StepContext context) {
        return Optional.ofNullable(context.variables().get("postedOn"))
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .map(moment -> moment.atZone(LondonTime.ZONE).toLocalDate());
    }

    /** Posted later than was meant, its time to pay may leave none to prosecute. */
    private static void warnOfTheLimit(Notice notice, String key, Processes processes, NoticeWords words, Dates dates) {
        notice.clock()
                .map(PaymentClock::fullUntil)
                .filter(last -> !last.isBefore(notice.prosecuteSafe()))
                .ifPresent(last -> processes.start(
                        NoticeModels.ALERT,
                        key,
                        Map.of(
                                NoticeModels.SENTENCE,
                                words.say(
                                        "alert-no-time",
                                        notice.ref(),
                                        dates.day(last),
                                        dates.day(notice.prosecuteSafe())))));
    }

    /** The dates at which the model looks again; at once where it is paid already. */
    private static Map<String, Object> clock(NoticeFile file, NoticeDays days) {
        Map<String, Object> clock = new HashMap<>();
        Optional<PaymentClock> dates = file.notice().clock();
        boolean paid = NoticeOf.cleared(file);
        Optional<LocalDate> lower = dates.flatMap(PaymentClock::discountedUntil)
                .filter(last -> !paid && !days.today().isAfter(last));
        clock.put("lowerAmountRuns", lower.isPresent());
        lower.ifPresent(last -> clock.put("lowerAmountEnds", days.morningOf(last.plusDays(1))));
        clock.put(
                "timeToPayEnds",
                paid
                        ? days.now()
                        : dates.map(known -> days.morningOf(known.fullUntil().plusDays(1)))
                                .orElseGet(days::now));
        return clock;
    }

    @Bean
    Step noteLowerAmountOver(NoticeOf notices, Journal journal, NoticeWords words) {
        return new NamedStep("noteLowerAmountOver", context -> {
            NoticeFile file = notices.of(context);
            String what = words.say(
                    "lower-over",
                    file.notice().ref(),
                    file.notice().full().map(Object::toString).orElse(""));
            journal.write(Entry.of(file.notice().ref().value(), "NOTICE", what, ""));
            journal.write(Entry.of(caseOf(context), "NOTICE", what, ""));
            return Map.of();
        });
    }

    @Bean
    Step lookAtNoticeMoney(NoticeOf notices) {
        return new NamedStep("lookAtNoticeMoney", context -> {
            NoticeFile file = notices.of(context);
            return Map.of("money", money(file));
        });
    }

    private static String money(NoticeFile file) {
        if (file.withdrawal().isPresent()) {
            return "withdrawn";
        }
        return NoticeOf.cleared(file) ? "paid" : NoticeOf.timeLeft(file) ? "open" : "unpaid";
    }

    @Bean
    Step tellNoticePaid(
            NoticeOf notices, SchoolTold school, LiableParents liable, Processes processes, NoticeWords words) {
        return new NamedStep("tellNoticePaid", context -> {
            NoticeFile file = notices.of(context);
            school.tell(
                    key(context),
                    words.say("told-paid", file.notice().ref(), file.notice().parentName()));
            ended(
                    context,
                    liable,
                    processes,
                    words.say("ended-paid", file.notice().ref()));
            return Map.of(NoticeModels.OUTCOME, "paid");
        });
    }

    @Bean
    Step tellNoticeProsecuted(NoticeOf notices, SchoolTold school, NoticeWords words) {
        return new NamedStep("tellNoticeProsecuted", context -> {
            NoticeFile file = notices.of(context);
            school.tell(
                    key(context),
                    words.say(
                            "told-prosecuted",
                            file.notice().ref(),
                            file.notice().parentName()));
            return Map.of();
        });
    }

    @Bean
    Step noteNoticeProsecuted(NoticeOf notices, LiableParents liable, Processes processes, NoticeWords words) {
        return new NamedStep("noteNoticeProsecuted", context -> {
            ended(
                    context,
                    liable,
                    processes,
                    words.say("ended-prosecuted", notices.of(context).notice().ref()));
            return Map.of(NoticeModels.OUTCOME, "prosecuted");
        });
    }

    /** Nothing was begun, or it ended without a verdict: the notice is not paid all the same, and a person decides once more. */
    @Bean
    Step noteNoticeBackFromCourt(NoticeOf notices, LiableParents liable, NoticeWords words) {
        return new NamedStep("noteNoticeBackFromCourt", context -> {
            liable.stands(
                    key(context),
                    Standing.PENALTY_NOTICE,
                    words.say("back-from-court", notices.of(context).notice().ref()));
            return Map.of();
        });
    }

    @Bean
    Step askForWithdrawal(NoticeOf notices, Withdrawals withdrawals) {
        return new NamedStep("askForWithdrawal", context -> {
            withdrawals.begin(notices.of(context).notice().ref());
            return Map.of();
        });
    }

    @Bean
    Step noteNoticeWithdrawn(NoticeOf notices, LiableParents liable, Processes processes, NoticeWords words) {
        return new NamedStep("noteNoticeWithdrawn", context -> {
            ended(
                    context,
                    liable,
                    processes,
                    words.say("ended-withdrawn", notices.of(context).notice().ref()));
            boolean hadErrors = notices.of(context)
                    .withdrawal()
                    .filter(withdrawal -> withdrawal.ground().equals(LedgerEntries.MATERIAL_ERRORS))
                    .isPresent();
            return Map.of(NoticeModels.OUTCOME, hadErrors ? "had-errors" : "withdrawn");
        });
    }

    /** What was taken up again by itself ends by itself; else whoever decides for the parent goes on. */
    private static void ended(StepContext context, LiableParents liable, Processes processes, String why) {
        if (context.yes(NoticeModels.REOPENED) && !processes.running(NoticeModels.PARENT, context.key())) {
            liable.stands(key(context), Standing.ENDED, why);
        }
    }

    private static ParentKey key(StepContext context) {
        return ParentKey.of(context.key()).orElseThrow();
    }

    private static String caseOf(StepContext context) {
        return key(context).caseRef().value();
    }
}
