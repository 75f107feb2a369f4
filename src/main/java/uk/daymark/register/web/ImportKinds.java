package uk.daymark.register.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.register.reading.FileKind;

/** What files can hold, in the words of the pages, and who may import which. */
final class ImportKinds {

    private ImportKinds() {}

    /** What a person has to be allowed to do to import such a file. */
    static Action action(FileKind kind) {
        return switch (kind) {
            case SCHOOLS, CALENDAR -> Action.IMPORT_SET_UP;
            case PUPILS, CONTACTS -> Action.IMPORT_PUPILS;
            case MARKS, MARKS_WEEK -> Action.IMPORT_MARKS;
        };
    }

    /** "Parents and carers". */
    static String title(FileKind kind) {
        return switch (kind) {
            case SCHOOLS -> "Schools";
            case CALENDAR -> "School calendar";
            case PUPILS -> "Pupils";
            case CONTACTS -> "Parents and carers";
            case MARKS -> "Marks, one line for each session";
            case MARKS_WEEK -> "Marks, one line for each week";
        };
    }

    /** The title of a kind as an address writes it; such a word itself where it is not known. */
    static String title(String path) {
        return FileKind.ofPath(path).map(ImportKinds::title).orElse(path);
    }

    /** What this person may import, in the order in which it has to come: the word sent by the form, and its title. */
    static Map<String, String> openTo(SignedIn person) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (FileKind kind : EnumSet.allOf(FileKind.class)) {
            if (person.may(action(kind))) {
                kinds.put(kind.path(), title(kind));
            }
        }
        return kinds;
    }

    /** The kind that the form sent, where it is one and this person may import it. */
    static Optional<FileKind> chosen(String path, SignedIn person) {
        return FileKind.ofPath(path).filter(kind -> person.may(action(kind)));
    }

    static boolean isMarks(String path) {
        return path.equals(FileKind.MARKS.path()) || path.equals(FileKind.MARKS_WEEK.path());
    }
}
