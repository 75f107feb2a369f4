package uk.daymark.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.Warning;
import uk.daymark.figures.Note;

/** Rules and warnings as they are written to JSON. */
public final class RuleNote {

    private RuleNote() {}

    /**
     * A rule that was looked at.
     *
     * @param until the first day on which waiting alone cures it; null where it does not
     */
    public record Rule(
            String code, String message, @Nullable LocalDate until, String source, String whatWouldChangeThis) {

        static List<Rule> all(List<CheckedRule> rules) {
            return rules.stream()
                    .map(rule -> new Rule(
                            rule.code(),
                            rule.message(),
                            rule.until().orElse(null),
                            rule.source(),
                            rule.whatWouldChangeThis()))
                    .toList();
        }
    }

    /**
     * What the asker should know.
     *
     * @param pointer JSON pointer to what it speaks of; empty for the whole
     */
    public record Remark(String code, String message, String source, String pointer) {

        /** Warnings of the rules, then notes on what was sent. */
        static List<Remark> all(List<Warning> warnings, List<Note> notes) {
            return Stream.concat(
                            warnings.stream()
                                    .map(warning ->
                                            new Remark(warning.code(), warning.message(), warning.source(), "")),
                            notes.stream()
                                    .map(note ->
                                            new Remark(note.code(), note.message(), "What was sent", note.pointer())))
                    .toList();
        }
    }
}
