package uk.daymark.policy;

/** How sure a value is. Declared from surest to least sure. */
public enum Confidence {
    /** Stated in one of the documents that the product was founded on. */
    SEED,
    /** Read in the source that it names. */
    SOURCE,
    /** A reading or a proposal: the authority's legal team has to confirm it before a sanction rests on it. */
    UNCONFIRMED
}
