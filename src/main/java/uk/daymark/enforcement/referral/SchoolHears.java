package uk.daymark.enforcement.referral;

/** Tells the school of a child what came of something at the authority. */
public interface SchoolHears {

    /**
     * Lays it on the school's work list until somebody has taken note.
     *
     * @param about the parent it is about
     * @param sentence what came of it, as a sentence; nobody's address and no payment stands in it
     */
    void tell(ParentKey about, String sentence);
}
