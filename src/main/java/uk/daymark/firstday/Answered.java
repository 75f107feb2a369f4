package uk.daymark.firstday;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a try. The first eight are what a call can end with; offices know them by their short codes. */
enum Answered {
    ILL("I", "ill", true),
    MEDICAL("M", "a medical or dental appointment", true),
    OTHER("OT", "another reason", true),
    LEAVE("LV", "leave of absence is asked for", true),
    NO_ANSWER("NA", "no answer", false),
    VOICEMAIL("VM", "voicemail", false),
    WRONG_NUMBER("WN", "wrong number", false),
    THOUGHT_IN_SCHOOL("TH", "the parent thought the pupil was in school", true),
    SENT("", "message sent", false),
    NOBODY_THERE("", "nobody was there", false),
    SEEN("", "the pupil was seen", true),
    SPOKEN_TO("", "somebody was spoken to", true);

    private final String code;
    private final String words;
    private final boolean reached;

    Answered(String code, String words, boolean reached) {
        this.code = code;
        this.words = words;
        this.reached = reached;
    }

    /** Its name in forms, models and tables: {@code no-answer}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** "no answer". */
    String words() {
        return words;
    }

    /** Whether somebody was spoken to. */
    boolean reached() {
        return reached;
    }

    static Optional<Answered> ofWord(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** By the office's short code, in any case. */
    static Optional<Answered> ofCode(String code) {
        return Stream.of(values())
                .filter(one -> !one.code.isEmpty() && one.code.equalsIgnoreCase(code.strip()))
                .findFirst();
    }
}
