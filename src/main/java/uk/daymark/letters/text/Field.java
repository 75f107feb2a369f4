package uk.daymark.letters.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a letter may have filled in: {@code ((pupil))}. Nothing else is known. */
public enum Field {
    /** The pupil's full name as the school uses it. */
    PUPIL,
    PUPIL_FIRST,
    SCHOOL,
    HEAD,
    /** Who to speak to at the school. */
    SENDER,
    /** "ring Ms Jones on 0118 496 0001", or what else the school has given. */
    CONTACT_US,
    TODAY,
    /** The day by which to answer. */
    REPLY_BY,
    /** The first day of the period counted. */
    SINCE,
    /** The last day marked. */
    UNTIL,
    /** School days and half days missed for any reason. */
    MISSED,
    /** The same, of what has no accepted reason. */
    MISSED_UNAUTHORISED,
    /** How often the pupil came late. */
    TIMES_LATE,
    /** The assessment of a family's needs by the name used where the school is. */
    ASSESSMENT,
    /** The policy's threshold in sessions, and its window in school weeks. */
    THRESHOLD,
    WINDOW,
    /** Pounds and days of a first penalty notice paid early, and later; pounds of a second. */
    NOTICE_EARLY,
    NOTICE_EARLY_DAYS,
    NOTICE_FULL,
    NOTICE_FULL_DAYS,
    NOTICE_SECOND,
    /** How far back an earlier penalty notice counts: "3 years". */
    NOTICE_YEARS,
    /** Pounds of the largest fine under section 444(1), and where a suspended pupil was in a public place. */
    COURT_FINE,
    COURT_FINE_PUBLIC_PLACE,

    MEETING_ON,
    MEETING_AT,
    MEETING_PLACE,
    REVIEW_ON,
    LEAVE_FROM,
    LEAVE_TO,
    /** The first day of a suspension. */
    SUSPENDED_FROM,
    /** On which day and where a suspended pupil was seen. */
    SEEN_ON,
    SEEN_PLACE,
    /** School days of a suspension on which the pupil has to be kept out of public places. */
    SEEN_FIRST_DAYS,
    /** Why the head decided so, in the head's words; of a request about a penalty notice, why whoever decided did. */
    DECISION_REASON,

    /** The first and the last day of the time to improve. */
    IMPROVEMENT_FROM,
    IMPROVEMENT_UNTIL,
    /** What counts as enough for this family. */
    ENOUGH,
    /** How many sessions may still be missed without leave. */
    SESSIONS_ALLOWED,
    /** The help given so far, and the help offered now with how to take it up. */
    SUPPORT_GIVEN(Kind.LINES),
    SUPPORT_OFFERED(Kind.LINES),
    /** On what ground the time to improve may end early. */
    EARLY_NONE(Kind.FLAG),
    EARLY_EACH(Kind.FLAG),
    EARLY_ABOVE(Kind.FLAG),

    /** The reference of a penalty notice, the day of issue, and the officer who issued it. */
    NOTICE_REF,
    NOTICE_ISSUED_ON,
    NOTICE_OFFICER,
    /** The authority whose notice it is. */
    AUTHORITY,
    /** The first and the last day of the offence. */
    OFFENCE_FROM,
    OFFENCE_TO,
    /** The day on which it counts as received if it is posted on the day of its writing. */
    NOTICE_RECEIVED_ON,
    /** When it was withdrawn, and on which of the policy's grounds. */
    WITHDRAWN_ON,
    WITHDRAWAL_GROUND,

    /** Dates by reason, a line for each. */
    ABSENCES(Kind.LINES),
    /** The same, of what has no accepted reason. */
    UNAUTHORISED_ABSENCES(Kind.LINES),
    /** The days on which the pupil came late. */
    LATE_DATES(Kind.LINES),
    TARGETS(Kind.LINES),
    /** Each amount that clears a notice with the last day for it. */
    PAY_UNTIL(Kind.LINES),
    /** The grounds on which the policy lets a notice be withdrawn. */
    NOTICE_GROUNDS(Kind.LINES),

    HAS_NO_REASON(Kind.FLAG),
    HAS_ILLNESS(Kind.FLAG),
    HAS_UNAUTHORISED(Kind.FLAG),
    HAS_LATE_AFTER_CLOSE(Kind.FLAG),
    /** Whether the headteacher refused leave for all of these sessions. */
    LEAVE_REFUSED(Kind.FLAG),
    /** Whether the headteacher refused leave for some of these sessions, and not for all. */
    LEAVE_PARTLY_REFUSED(Kind.FLAG),
    /** Whether leave was given for sessions in between, which the letter is not about. */
    LEAVE_PARTLY_GIVEN(Kind.FLAG),
    /** Whether nobody asked for leave for any of these days. */
    LEAVE_NOT_ASKED(Kind.FLAG),
    /** Whether a notice has but one amount. */
    ONE_AMOUNT_ONLY(Kind.FLAG),
    /** Whether a notice can still be paid. */
    HAS_TIME_TO_PAY(Kind.FLAG),
    /** Whether money is paid back. */
    HAS_REFUND(Kind.FLAG);

    /** How it is filled in. */
    public enum Kind {
        /** A word or a sentence within the text. */
        WORDS,
        /** Bullets, in a paragraph of its own. */
        LINES,
        /** Yes or no: {@code ((has_illness??text))}. */
        FLAG
    }

    private final Kind kind;

    Field() {
        this(Kind.WORDS);
    }

    Field(Kind kind) {
        this.kind = kind;
    }

    /** How it is filled in. */
    public Kind kind() {
        return kind;
    }

    /** As it is written in a template. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field written so, or empty where there is none. */
    public static Optional<Field> of(String written) {
        return Stream.of(values())
                .filter(field -> field.written().equals(written))
                .findFirst();
    }
}
