package uk.daymark.enforcement.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.access.People;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.notice.WithdrawalRequest.From;
import uk.daymark.enforcement.notice.WithdrawalRequest.Outcome;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.journal.Who;
import uk.daymark.people.Scope;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** What the model {@code notice-withdrawal} does by itself: it carries out what a person decided. */
@Configuration(proxyBeanMethods = false)
class WithdrawalSteps {

    /** The key of the parent, for the letters. */
    private static final String PARENT_KEY = "parentKey";
    /** Whether what was settled cannot be carried out any more: it was paid, or ended otherwise, in between. */
    private static final String DROPPED = "dropped";
    /**
     * What a withdrawal that began under version 1.1.0 of the model still asks before it ends. The money goes back by the model
     * {@code notice-refund}, so that nothing is owed here.
     */
    private static final String REFUND_OWED = "refundOwed";

    @Bean
    Step readWithdrawalRequest(NoticeOf notices, Withdrawals withdrawals, NoticeDays days) {
        return new NamedStep("readWithdrawalRequest", context -> {
            NoticeFile file = notice(context, notices);
            ParentCase parent = notices.parentOf(file.notice().ref()).orElseThrow();
            WithdrawalRequest request = withdrawals.open(file.notice().ref()).orElseThrow();
            boolean panel = panel(parent, days);
            Map<String, Object> variables = new HashMap<>();
            variables.put("panel", panel);
            variables.put("decided", !panel && request.settledGround().isPresent());
            // The process of the notice asked for this within a step of its own; it can only be ended when that step is
            // over.
            variables.put("recordedAt", days.now());
            variables.put(PARENT_KEY, parent.parent().key().toString());
            variables.put(NoticeModels.SENTENCE, request.from().title() + ": " + request.words());
            return variables;
        });
    }

    /** Whether a panel decides, by the policy of the child's authority. */
    static boolean panel(ParentCase parent, NoticeDays days) {
        return parent.policy().yesNo("panel.exists", days.today()).orElse(false);
    }

    @Bean
    Step withdrawNotice(
            NoticeOf notices,
            Withdrawals withdrawals,
            LedgerEntries entries,
            People people,
            NoticeDays days,
            Processes processes,
            NoticeWords words) {
        return new NamedStep("withdrawNotice", context -> {
            NoticeFile file = notice(context, notices);
            Notice notice = file.notice();
            Optional<WithdrawalRequest> settled = withdrawals.open(notice.ref());
            if (settled.isPresent()) {
                WithdrawalRequest request = settled.get();
                if (file.state() != NoticeFile.State.UNPAID) {
                    withdrawals.decided(
                            request,
                            Outcome.DROPPED,
                            Optional.empty(),
                            words.say(
                                    "not-unpaid-any-more",
                                    notice.ref(),
                                    file.state().title()),
                            Who.DAYMARK);
                    notices.parentOf(notice.ref())
                            .ifPresent(parent -> processes.signal(
                                    NoticeModels.WITHDRAWAL_REFUSED,
                                    parent.parent().key().toString(),
                                    Map.of()));
                    return Map.of(DROPPED, true);
                }
                carriedOut(
                        file,
                        request.settledGround().orElseThrow(),
                        request.words(),
                        request.enteredBy(),
                        entries,
                        people,
                        days);
                withdrawals.decided(
                        request, Outcome.GRANTED, request.settledGround(), request.words(), request.enteredBy());
            }
            return Map.of(
                    DROPPED,
                    false,
                    "wasPosted",
                    notice.clock().isPresent(),
                    REFUND_OWED,
                    false,
                    NoticeModels.LETTER,
                    NoticeModels.WITHDRAWN_LETTER);
        });
    }

    /** Withdraws a notice in the ledger in the name of who decided. */
    static void carriedOut(
            NoticeFile file,
            String ground,
            String why,
            String by,
            LedgerEntries entries,
            People people,
            NoticeDays days) {
        Notice notice = file.notice();
        entries.withdraw(
                notice.ref(),
                notice.version(),
                days.today(),
                ground,
                why,
                people.displayName(by),
                new Keeper(by, Scope.authority(notice.keptBy())));
    }

    @Bean
    Step refuseWithdrawal(
            NoticeOf notices, Withdrawals withdrawals, SchoolTold school, Processes processes, NoticeWords words) {
        return new NamedStep("refuseWithdrawal", context -> {
            NoticeFile file = notice(context, notices);
            ParentCase parent = notices.parentOf(file.notice().ref()).orElseThrow();
            WithdrawalRequest request = withdrawals.of(file.notice().ref()).stream()
                    .reduce((older, newer) -> newer)
                    .orElseThrow();
            if (request.from() == From.SCHOOL) {
                school.tell(
                        parent.parent().key(),
                        words.say("told-refused", file.notice().ref()));
            }
            processes.signal(
                    NoticeModels.WITHDRAWAL_REFUSED,
                    parent.parent().key().toString(),
                    NoticeModels.NOTICE_REF,
                    file.notice().ref().value(),
                    Map.of());
            return Map.of(
                    "tellParent", request.from() == From.PARENT, NoticeModels.LETTER, NoticeModels.REFUSED_LETTER);
        });
    }

    @Bean
    Step tellNoticeWithdrawn(NoticeOf notices, SchoolTold school, NoticeWords words) {
        return new NamedStep("tellNoticeWithdrawn", context -> {
            NoticeFile file = notice(context, notices);
            ParentCase parent = notices.parentOf(file.notice().ref()).orElseThrow();
            school.tell(
                    parent.parent().key(),
                    words.say(
                            "told-withdrawn",
                            file.notice().ref(),
                            file.notice().parentName(),
                            file.withdrawal().map(NoticeFile.Withdrawal::ground).orElse("")));
            return Map.of();
        });
    }

    private static NoticeFile notice(StepContext context, NoticeOf notices) {
        return notices.byRef(context.key()).orElseThrow();
    }
}
