package uk.daymark.enforcement.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.people.Scope;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** What came for a notice beyond what was due goes back, all of a withdrawn one; the task stays until nothing is owed any more. */
@Component
class RefundTask implements TaskHandler {

    private final NoticeOf notices;
    private final LedgerEntries entries;
    private final NoticeDays days;
    private final NoticeWords words;

    RefundTask(NoticeOf notices, LedgerEntries entries, NoticeDays days, NoticeWords words) {
        this.notices = notices;
        this.entries = entries;
        this.days = days;
        this.words = words;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(NoticeModels.MONEY_BACK) && kind.equals(NoticeModels.REFUND);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        NoticeFile file = notices.byRef(task.key()).orElseThrow();
        return List.of(
                new Fact(
                        "Notice",
                        file.notice().ref() + " to " + file.notice().parentName(),
                        Optional.of("/notices/" + file.notice().ref())),
                new Fact("To be paid back", owed(file).toString()));
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        NoticeFile file = notices.byRef(task.key()).orElseThrow();
        return Map.of(
                "amount",
                owed(file).toString().replace("£", ""),
                "paidOn",
                days.today().toString());
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        NoticeFile file = notices.byRef(task.key()).orElseThrow();
        if (!owed(file).any()) {
            return Map.of("refundOwed", false);
        }
        Money amount = Money.typed(answer.text("amount"))
                .orElseThrow(() -> new InvalidInput("/fields/amount", words.say("amount-unclear")));
        try {
            NoticeFile after = entries.paidBack(
                    file.notice().ref(),
                    file.notice().version(),
                    amount,
                    answer.date("paidOn").orElseThrow(),
                    answer.text("reason"),
                    new Keeper(
                            answer.by().userName(),
                            Scope.authority(file.notice().keptBy())));
            return Map.of("refundOwed", owed(after).any());
        } catch (InvalidInput refused) {
            throw new InvalidInput(refused.faults().stream()
                    .map(fault -> new Fault("/fields" + fault.pointer(), fault.message()))
                    .toList());
        }
    }

    private static Money owed(NoticeFile file) {
        return file.money().map(NoticeMoney::owedBack).orElse(Money.NONE);
    }
}
