package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Says what the tasks about notices are about. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoticeDescriber implements TaskDescriber {

    private static final Set<String> OURS = Set.of(
            NoticeModels.NOTICE,
            NoticeModels.WITHDRAWAL,
            NoticeModels.MONEY_BACK,
            NoticeModels.SCHOOL_TOLD,
            NoticeModels.ALERT);
    /** Their key is the reference of the notice; that of the others is the parent's. */
    private static final Set<String> BY_NOTICE = Set.of(NoticeModels.WITHDRAWAL, NoticeModels.MONEY_BACK);

    private final ParentCases parents;
    private final NoticeOf notices;
    private final NoticeDays days;
    private final LastDays lastDays;
    private final NoticeWords words;

    NoticeDescriber(ParentCases parents, NoticeOf notices, NoticeDays days, LastDays lastDays, NoticeWords words) {
        this.parents = parents;
        this.notices = notices;
        this.days = days;
        this.lastDays = lastDays;
        this.words = words;
    }

    @Override
    public boolean describes(String model, String key) {
        return OURS.contains(model);
    }

    @Override
    public Description describe(OpenedTask task) {
        boolean byNotice = BY_NOTICE.contains(task.model());
        Optional<NoticeFile> file = byNotice ? notices.byRef(task.key()) : own(task);
        ParentCase parent = byNotice
                ? file.flatMap(notice -> notices.parentOf(notice.notice().ref()))
                        .orElseThrow()
                : parents.of(task.key());
        String sentence = Optional.ofNullable(task.variables().get(NoticeModels.SENTENCE))
                .map(String::valueOf)
                .orElse("");
        Object[] about = {
            parent.parent().name(),
            parent.file().pupilName(),
            file.map(NoticeFile::notice).map(Notice::ref).map(Object::toString).orElse(task.name()),
            file.map(notice -> money(task, notice)).orElse("")
        };
        return parent.task(
                words.maybe(task.kind() + ".title", about).orElseGet(() -> words.say("other.title", about)),
                words.maybe(task.kind() + ".why", about).orElse(sentence),
                words.maybe(task.kind() + ".change", about).orElse(""),
                due(task, parent, file),
                urgent(task));
    }

    private Optional<NoticeFile> own(OpenedTask task) {
        return Optional.ofNullable(task.variables().get(NoticeModels.NOTICE_REF))
                .map(String::valueOf)
                .flatMap(notices::byRef)
                .or(() -> notices.maybe(task.key()));
    }

    private LocalDate due(OpenedTask task, ParentCase parent, Optional<NoticeFile> file) {
        LocalDate usual = days.usual(parent.policy());
        return switch (task.kind()) {
            case NoticeModels.UNPOSTED -> days.today();
            case NoticeModels.UNPAID ->
                days.notAfter(usual, file.orElseThrow().notice().prosecuteSafe());
            case NoticeModels.AUTHORISE -> lastDays.toAuthorise(parent, usual);
            case NoticeModels.LOOK, NoticeModels.DECIDE, NoticeModels.DECIDE_AT_PANEL ->
                lastDays.toSettle(file.orElseThrow().notice(), usual);
            default -> usual;
        };
    }

    private static int urgent(OpenedTask task) {
        return switch (task.kind()) {
            case NoticeModels.UNPOSTED, NoticeModels.UNPAID -> 2;
            case NoticeModels.AUTHORISE, NoticeModels.LOOK -> 1;
            default -> task.model().equals(NoticeModels.ALERT) ? 2 : 0;
        };
    }

    private String money(OpenedTask task, NoticeFile file) {
        if (task.kind().equals(NoticeModels.REFUND)) {
            return file.money().map(NoticeMoney::owedBack).map(Object::toString).orElse("");
        }
        return file.money()
                .filter(money -> money.received().any())
                .map(money -> words.say("money.part", money.received(), money.due()))
                .orElse(words.say("money.none"));
    }
}
