package uk.daymark.cases;

import java.util.List;
import java.util.Set;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Entry.Readers;
import uk.daymark.journal.Recorded;

/**
 * A case's entries as somebody may read them. What the local authority does is the authority's: a school reads that it happened and what
 * came of it, without answers, reasons and amounts.
 */
public final class ShownEntries {

    /** What only the authority and the ledger write, also where time or a rule does it. */
    private static final Set<String> OF_AUTHORITY = Set.of("NOTICE", "PAYMENT", "PROSECUTION", "PARENT");

    /** Whose sentence says what came of it and nothing more. */
    private static final Set<String> OUTCOMES =
            Set.of("STAGE", "DECISION", "PARENT", "REFERRAL", "LETTER", "NOTICE_TO_IMPROVE");

    private ShownEntries() {}

    /** Whether this person reads what is the authority's. */
    public static boolean inFull(SignedIn person) {
        return person.may(Action.SEE_LEDGER);
    }

    /** The entries, as many and under the same numbers. */
    public static List<Recorded> to(SignedIn person, List<Recorded> entries) {
        return inFull(person)
                ? entries
                : entries.stream().map(ShownEntries::toSchool).toList();
    }

    private static Recorded toSchool(Recorded recorded) {
        Entry entry = recorded.entry();
        boolean theirs = switch (entry.readers()) {
            case AUTHORITY -> !entry.kind().equals("FINDING");
            case EVERYBODY -> false;
            case UNSAID -> OF_AUTHORITY.contains(entry.kind());
        };
        if (!theirs) {
            return recorded;
        }
        boolean stage = entry.kind().equals("STAGE");
        return new Recorded(
                recorded.number(),
                recorded.at(),
                recorded.recordedAt(),
                recorded.by(),
                new Entry(
                        entry.subject(),
                        entry.kind(),
                        outcome(entry),
                        "",
                        "",
                        stage ? entry.before() : "",
                        stage ? entry.after() : "",
                        "",
                        entry.happenedAt(),
                        Readers.AUTHORITY));
    }

    private static String outcome(Entry entry) {
        if (OUTCOMES.contains(entry.kind())) {
            return entry.what();
        }
        return switch (entry.kind()) {
            case "TASK" -> "A task was done at the local authority.";
            case "NOTICE" ->
                entry.after().isEmpty() || entry.after().equals(entry.before())
                        ? "Something about a penalty notice was entered at the local authority."
                        : "A penalty notice is now: " + entry.after() + ".";
            case "PAYMENT" -> "Something about a penalty notice was entered at the local authority.";
            case "PROSECUTION" -> "A step of a prosecution was taken at the local authority.";
            default -> "Something was entered at the local authority.";
        };
    }
}
