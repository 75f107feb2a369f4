package uk.daymark.enforcement.notice;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.people.Scope;
import uk.daymark.workflow.StepContext;
import uk.daymark.workflow.Tasks;
import uk.daymark.worklist.TaskAbout;

/** The notice behind a parent's key, and the parent behind a notice. */
@Component
class NoticeOf {

    private final LiableParents liable;
    private final ParentCases parents;
    private final Ledger ledger;
    private final Tasks tasks;

    NoticeOf(LiableParents liable, ParentCases parents, Ledger ledger, Tasks tasks) {
        this.liable = liable;
        this.parents = parents;
        this.ledger = ledger;
        this.tasks = tasks;
    }

    /**
     * The notice issued last to a parent in a case.
     *
     * @throws IllegalStateException where none was
     */
    NoticeFile of(String key) {
        return maybe(key).orElseThrow(() -> new IllegalStateException("No notice was issued to " + key));
    }

    /** The notice that a process of the model is about. */
    NoticeFile of(StepContext context) {
        return context.text(NoticeModels.NOTICE_REF).flatMap(this::byRef).orElseGet(() -> of(context.key()));
    }

    /** The notice that a task of the model is about. */
    NoticeFile of(TaskAbout task) {
        return tasks.text(task.id(), NoticeModels.NOTICE_REF)
                .flatMap(this::byRef)
                .orElseGet(() -> of(task.key()));
    }

    /** Every notice issued to a parent in a case, oldest first. */
    List<NoticeFile> all(String key) {
        return ParentKey.of(key).stream()
                .flatMap(parent -> liable.notices(parent).stream())
                .map(ref -> ledger.find(ref, Scope.everywhere()))
                .toList();
    }

    /** The same; empty where none was. */
    Optional<NoticeFile> maybe(String key) {
        return ParentKey.of(key)
                .flatMap(liable::find)
                .flatMap(LiableParent::notice)
                .map(ref -> ledger.find(ref, Scope.everywhere()));
    }

    /** A notice by its reference. */
    Optional<NoticeFile> byRef(String ref) {
        return NoticeRef.typed(ref).flatMap(known -> ledger.lookUp(known, Scope.everywhere()));
    }

    /** The parent to whom a notice was issued in a case; empty where it came from no case. */
    Optional<ParentCase> parentOf(NoticeRef ref) {
        return liable.of(ref).flatMap(key -> parents.find(key.toString()));
    }

    /** Whether enough came in time. */
    static boolean cleared(NoticeFile file) {
        return file.money().flatMap(NoticeMoney::clearedOn).isPresent();
    }

    /** Whether it can still be paid. */
    static boolean timeLeft(NoticeFile file) {
        return file.money().filter(money -> !money.overOn()).isPresent();
    }
}
