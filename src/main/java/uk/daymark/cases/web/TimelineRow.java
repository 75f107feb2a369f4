package uk.daymark.cases.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.daymark.cases.CaseLog;
import uk.daymark.journal.Recorded;
import uk.daymark.journal.Who;
import uk.daymark.time.LondonTime;

/**
 * An entry of a case's timeline as the page shows it.
 *
 * @param dayOnly whether only the day is known on which it happened
 * @param recordedAt when it was written down, where that was later
 * @param origin whether a person or a rule made it, as a word
 * @param corrects the number of the entry that this one corrects; nought where none
 * @param correctedBy the number of the entry that corrects this one; nought where none
 */
record TimelineRow(
        long number,
        LocalDateTime at,
        boolean dayOnly,
        @Nullable LocalDateTime recordedAt,
        String by,
        String origin,
        String kind,
        String what,
        String why,
        String rule,
        String before,
        String after,
        String source,
        long corrects,
        long correctedBy,
        boolean correctable) {

    /** What kinds of entries are called. */
    static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("STAGE", "Stage"),
            Map.entry("FINDING", "What was counted"),
            Map.entry("TASK", "Task"),
            Map.entry("DECISION", "Decision"),
            Map.entry("LETTER", "Letter"),
            Map.entry("SUPPORT", "Support and meetings"),
            Map.entry("DOCUMENT", "Document"),
            Map.entry("CALL", "Call"),
            Map.entry("NOTE", "Note"),
            Map.entry("REQUEST", "Request for help"),
            Map.entry("MARK", "Mark"));

    /** Whether it is about a record of support or a meeting. */
    public boolean ofSupport() {
        return kind.equals(KINDS.get("SUPPORT"));
    }

    /** Whether what stood before and what stands now are told: for records, which the entry's own words do not repeat. */
    public boolean showsChange() {
        return ofSupport() && !before.isEmpty() && !after.isEmpty();
    }

    /** All entries, the latest first. */
    static List<TimelineRow> of(List<Recorded> entries) {
        Map<Long, Long> corrections = entries.stream()
                .filter(entry -> CaseLog.corrected(entry) > 0)
                .collect(Collectors.toMap(CaseLog::corrected, Recorded::number, (one, other) -> other));
        return entries.stream()
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .map(entry -> row(entry, corrections.getOrDefault(entry.number(), 0L)))
                .toList();
    }

    private static TimelineRow row(Recorded recorded, long correctedBy) {
        LocalDateTime at = LocalDateTime.ofInstant(recorded.at(), LondonTime.ZONE);
        boolean later = !recorded.recordedAt().equals(recorded.at());
        long corrects = CaseLog.corrected(recorded);
        return new TimelineRow(
                recorded.number(),
                at,
                Moments.dayOnly(recorded),
                later ? LocalDateTime.ofInstant(recorded.recordedAt(), LondonTime.ZONE) : null,
                recorded.by(),
                recorded.by().equals(Who.DAYMARK) ? "Rule" : "Person",
                KINDS.getOrDefault(recorded.entry().kind(), "Other"),
                recorded.entry().what(),
                recorded.entry().why(),
                recorded.entry().rule(),
                recorded.entry().before(),
                recorded.entry().after(),
                corrects > 0 ? "" : recorded.entry().source(),
                corrects,
                correctedBy,
                correctedBy == 0 && CaseLog.correctable(recorded));
    }
}
