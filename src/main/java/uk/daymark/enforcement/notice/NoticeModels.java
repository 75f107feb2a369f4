package uk.daymark.enforcement.notice;

/** Names in the models about notices. */
final class NoticeModels {

    static final String NOTICE = "penalty-notice";
    static final String WITHDRAWAL = "notice-withdrawal";
    static final String MONEY_BACK = "notice-refund";
    static final String SCHOOL_TOLD = "school-told";
    static final String ALERT = "notice-alert";
    static final String PARENT = "parent-decision";
    static final String PROSECUTION = "prosecution";

    static final String AUTHORISE = "authorise-notice";
    static final String UNPOSTED = "settle-unposted";
    static final String UNPAID = "decide-unpaid";
    static final String LOOK = "look-at-request";
    static final String DECIDE = "decide-withdrawal";
    static final String DECIDE_AT_PANEL = "decide-withdrawal-at-panel";
    static final String REFUND = "refund-money";

    static final String PAID = "notice-paid";
    static final String WITHDRAWN = "notice-withdrawn";
    static final String PAYMENT_CHANGED = "payment-changed";
    static final String WITHDRAWAL_REFUSED = "withdrawal-refused";
    static final String LETTER_WITHDRAWN = "letter-withdrawn";

    /** The letters. */
    static final String LETTER = "letter";

    static final String NOTICE_LETTER = "penalty-notice";
    static final String PUBLIC_PLACE_LETTER = "public-place-penalty-notice";
    static final String WITHDRAWN_LETTER = "notice-withdrawn";
    static final String REFUSED_LETTER = "withdrawal-refused";

    /** What the models read of where it ended. */
    static final String OUTCOME = "noticeOutcome";

    /** The reference of the notice whose sessions a prosecution charges. */
    static final String FOR_NOTICE = "forNotice";

    /** The reference of the notice that the process is about, from its issue on. */
    static final String NOTICE_REF = "noticeRef";

    static final String REOPENED = "reopened";
    static final String SENTENCE = "sentence";

    private NoticeModels() {}
}
