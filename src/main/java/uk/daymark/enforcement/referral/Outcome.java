package uk.daymark.enforcement.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can decide for one parent. */
public enum Outcome {
    NOTICE_TO_IMPROVE("Notice to improve"),
    PENALTY_NOTICE("Penalty notice"),
    /** Section 444(1), by Single Justice Procedure. */
    SINGLE_JUSTICE("Prosecute under section 444(1) by Single Justice Procedure"),
    /** Section 444(1A), in open court. */
    OPEN_COURT("Prosecute under section 444(1A) in open court"),
    SUPERVISION_ORDER("Consider an education supervision order"),
    INVESTIGATE("Investigate before deciding"),
    NO_ACTION("No further action");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** As forms, models and tables write it: {@code notice-to-improve}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome of that word; empty where there is none. */
    public static Optional<Outcome> ofWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
