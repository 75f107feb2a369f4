package uk.daymark.enforcement.ledger;

/** Is told, in the transaction of the change, that something became of a notice: money came or went, it was withdrawn or prosecuted. */
public interface NoticeFollower {

    /**
     * The notice stands otherwise than before.
     *
     * @param because what happened, as a sentence for people
     */
    void changed(NoticeFile before, NoticeFile after, String because);
}
