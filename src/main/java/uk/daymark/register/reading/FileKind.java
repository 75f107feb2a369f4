package uk.daymark.register.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an imported file holds. */
public enum FileKind {
    SCHOOLS,
    CALENDAR,
    PUPILS,
    CONTACTS,
    /** One row a session. */
    MARKS,
    /** One row a pupil and week. */
    MARKS_WEEK;

    /** As it is written in an address: {@code marks-week}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind written so in an address, or empty. */
    public static Optional<FileKind> ofPath(String path) {
        return Stream.of(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
