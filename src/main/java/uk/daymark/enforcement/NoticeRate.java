package uk.daymark.enforcement;

/** At which rate a penalty notice is issued. */
public enum NoticeRate {
    /** The amount in full, or a lower one for early payment. */
    FIRST,
    /** One amount, whenever it is paid: a notice of the same kind counts already in the time looked back over. */
    SECOND
}
