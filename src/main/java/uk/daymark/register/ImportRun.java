package uk.daymark.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.FileKind;
import uk.daymark.register.reading.Reject;

/** One import under way: who sent it, and what has been found so far. Used by one thread. */
final class ImportRun {

    final String id;
    final FileKind kind;
    final By by;
    final String reason;
    final Instant at;
    final LocalDate today;
    final RejectLog rejects;
    final boolean skipRejects;
    final Warnings warnings = new Warnings();
    final List<String> effects = new ArrayList<>();
    final Set<Urn> schools = new TreeSet<>();
    long added;
    long changed;
    long unchanged;
    Optional<String> holdBecause = Optional.empty();

    ImportRun(
            String id,
            FileKind kind,
            By by,
            String reason,
            Instant at,
            LocalDate today,
            RejectLog rejects,
            boolean skipRejects) {
        this.id = id;
        this.kind = kind;
        this.by = by;
        this.reason = reason;
        this.at = at;
        this.today = today;
        this.rejects = rejects;
        this.skipRejects = skipRejects;
    }

    void reject(long line, String column, String value, String message) {
        rejects.add(List.of(new Reject(line, column, value, message)));
    }

    void warn(long line, String column, String value, String message) {
        warnings.add(new Reject(line, column, value, message));
    }

    /** Whether what was found so far allows anything to be written. */
    boolean mayWrite() {
        return skipRejects || rejects.lines() == 0;
    }

    boolean changesSomething() {
        return added + changed > 0;
    }
}
