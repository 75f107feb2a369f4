package uk.daymark.enforcement.notice;

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

/** The notice behind a parent's key, and the parent behind a notice. */
@Component
class NoticeOf {

    private final LiableParents liable;
    private final ParentCases parents;
    private final Ledger ledger;

    NoticeOf(LiableParents liable, ParentCases parents, Ledger ledger) {
        this.liable = liable;
        this.parents = parents;
        this.ledger = ledger;
    }

    /**
     * The notice issued last to a parent in a case.
     *
     * @throws IllegalStateException where none was
     */
    NoticeFile of(String key) {
        return maybe(key).orElseThrow(() -> new IllegalStateException("No notice was issued to " + key));
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
