package uk.daymark.register.reading;

import java.util.Locale;

/** The columns of Daymark's own files, by the names they carry there. Every other layout is mapped to these. */
enum Column {
    SCHOOL_URN,
    NAME,
    PHASE,
    AUTHORITY,
    POLICY,
    REGISTER_OPENS,
    REGISTER_CLOSES_AM,
    REGISTER_CLOSES_PM,

    KIND,
    FROM,
    TO,

    PUPIL_REF,
    UPN,
    LEGAL_SURNAME,
    LEGAL_FORENAME,
    PREFERRED_SURNAME,
    PREFERRED_FORENAME,
    DATE_OF_BIRTH,
    SEX,
    YEAR_GROUP,
    FORM,
    ON_ROLL_FROM,
    LEAVING_DATE,
    PART_TIME,
    LANGUAGE,
    SEN,
    LOOKED_AFTER,
    CHILD_PROTECTION,
    CHILD_IN_NEED,
    FREE_MEALS,

    CONTACT_REF,
    PRIORITY,
    TITLE,
    FORENAME,
    SURNAME,
    RELATIONSHIP,
    PARENTAL_RESPONSIBILITY,
    LIVES_WITH,
    COURT_ORDER,
    DO_NOT_CONTACT,
    ADDRESS_WITHHELD,
    MOBILE,
    HOME_PHONE,
    WORK_PHONE,
    EMAIL,
    PREFERRED_CHANNEL,
    ADDRESS_1,
    ADDRESS_2,
    TOWN,
    POSTCODE,
    CORRESPONDENCE,

    DATE,
    SESSION,
    CODE,
    MINUTES_LATE,
    COMMENT,
    REASON,
    RECORDED_AT,
    RECORDED_BY,
    AMENDED_FROM,

    WEEK_BEGINNING,
    MON_AM,
    MON_PM,
    TUE_AM,
    TUE_PM,
    WED_AM,
    WED_PM,
    THU_AM,
    THU_PM,
    FRI_AM,
    FRI_PM;

    private final String title = name().toLowerCase(Locale.ROOT);

    /** As it stands in the header of Daymark's own files: {@code pupil_ref}. */
    String title() {
        return title;
    }
}
