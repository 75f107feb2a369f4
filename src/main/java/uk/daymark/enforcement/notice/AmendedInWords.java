package uk.daymark.enforcement.notice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.register.MarkChange;

/** Amended marks in a sentence that stays short however many there are: the first by name, the rest by their number. */
final class AmendedInWords {

    private static final int BY_NAME = 6;

    private AmendedInWords() {}

    /** "10 November 2025 morning is now I; 10 November 2025 afternoon is now I; and 4 more". */
    static String of(List<MarkChange> changes) {
        int more = changes.size() - BY_NAME;
        return Stream.concat(
                        changes.stream().limit(BY_NAME).map(AmendedInWords::one),
                        Stream.of("and " + more + " more").filter(rest -> more > 0))
                .collect(Collectors.joining("; "));
    }

    private static String one(MarkChange change) {
        return change.session().inWords() + " is now " + change.after().token();
    }
}
