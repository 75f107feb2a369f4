package uk.daymark.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Recorded;
import uk.daymark.people.EnrolmentId;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Conflict;
import uk.daymark.web.NotFound;

/** What people write in a case without a rule asking for it: notes, calls, requests for help, meetings, earlier steps, corrections. */
@Service
public class CaseLog {

    private static final Pattern CORRECTS = Pattern.compile("corrects entry (\\d{1,9})");

    private final Cases cases;
    private final Support support;
    private final Journal journal;
    private final Dates dates;
    private final Clock clock;

    CaseLog(Cases cases, Support support, Journal journal, Dates dates, Clock clock) {
        this.cases = cases;
        this.support = support;
        this.journal = journal;
        this.dates = dates;
        this.clock = clock;
    }

    /** Kinds of entries that people write. */
    public enum Kind {
        NOTE,
        CALL,
        REQUEST
    }

    /**
     * Writes an entry.
     *
     * @param on the day on which it happened
     * @param with with whom: "Nadia Khan, mother"; empty text where with nobody
     */
    public void write(CaseRef ref, Kind kind, LocalDate on, String with, String text) {
        String who = with.isBlank() ? "" : " with " + with.strip();
        String what = switch (kind) {
            case NOTE -> "Note" + who + ": " + text;
            case CALL -> "Call" + who + ": " + text;
            case REQUEST -> "The family asked for help" + who + ": " + text;
        };
        Entry entry = Entry.of(ref.value(), kind.name(), what, "");
        add(
                on.equals(LocalDate.now(clock))
                        ? entry
                        : entry.happenedAt(on.atStartOfDay(LondonTime.ZONE).toInstant()));
    }

    private void add(Entry entry) {
        cases.changing(new CaseRef(entry.subject()), () -> {
            journal.write(entry);
            return entry;
        });
    }

    /** Records a meeting that was held with the family. */
    public SupportRecord meeting(CaseRef ref, LocalDate on, String with, String outcome) {
        return support.add(
                ref,
                Details.offered(SupportKind.MEETING, on, "meeting", Response.NOT_YET, outcome)
                        .with(with),
                "");
    }

    /**
     * A step that was taken before Daymark.
     *
     * @param on the day on which it was taken or offered
     * @param openedOn since when help has been open, where it was begun: an offer alone opens nothing
     * @param what what was done
     * @param source where it is known from
     */
    public record Earlier(SupportKind kind, LocalDate on, Optional<LocalDate> openedOn, String what, String source) {}

    /** Records a step that was taken before Daymark; it counts as taken. */
    public SupportRecord earlier(CaseRef ref, Earlier step) {
        return support.add(ref, details(step), "Taken before Daymark.");
    }

    private static Details details(Earlier step) {
        return new Details(
                step.kind(),
                Optional.of(step.on()),
                "",
                Response.NOT_YET,
                step.openedOn(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                step.what(),
                "before Daymark: " + step.source().strip());
    }

    /**
     * Opens a case by hand, or finds the one that is open, with steps that were taken before: they are on record before the first step
     * of a new case is chosen. A step that is on record just so is not recorded again.
     */
    public CaseFile open(EnrolmentId enrolment, String why, List<Earlier> steps) {
        return cases.inTurn(() -> opened(enrolment, why, steps));
    }

    private CaseFile opened(EnrolmentId enrolment, String why, List<Earlier> steps) {
        Optional<CaseFile> open = cases.openOf(enrolment);
        if (open.isPresent()) {
            CaseRef ref = open.get().ref();
            List<Details> known =
                    support.all(ref).stream().map(SupportRecord::details).toList();
            steps.stream().filter(step -> !known.contains(details(step))).forEach(step -> earlier(ref, step));
            return cases.find(ref).orElseThrow();
        }
        return cases.open(enrolment, why, "", ref -> steps.forEach(step -> earlier(ref, step)));
    }

    /**
     * Corrects an entry that a person wrote; the original is kept.
     *
     * @throws NotFound where there is no such entry
     * @throws Conflict where it was not written by a person by hand, or was corrected already
     */
    public void correct(CaseRef ref, long number, String text, String why) {
        cases.changing(ref, () -> {
            journal.write(correction(ref, number, text, why));
            return ref;
        });
    }

    private Entry correction(CaseRef ref, long number, String text, String why) {
        List<Recorded> entries = journal.of(ref.value());
        Recorded wrong = entries.stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such entry in this case."));
        if (!correctable(wrong)) {
            throw new Conflict("Only notes, calls and requests for help are corrected here.");
        }
        if (entries.stream().anyMatch(entry -> corrected(entry) == number)) {
            throw new Conflict("This entry has been corrected already. Correct the entry in its place.");
        }
        return Entry.of(
                        ref.value(),
                        wrong.entry().kind(),
                        "Correction of an entry of "
                                + dates.day(LocalDate.ofInstant(wrong.recordedAt(), LondonTime.ZONE)) + ": " + text,
                        why)
                .changing(wrong.entry().what(), text)
                .from("corrects entry " + number)
                .happenedAt(wrong.at());
    }

    /** Whether an entry is one that people write and may correct. */
    public static boolean correctable(Recorded recorded) {
        return List.of(Kind.values()).stream()
                .anyMatch(kind -> kind.name().equals(recorded.entry().kind()));
    }

    /** The number of the entry that this one corrects; nought where it corrects none. */
    public static long corrected(Recorded recorded) {
        // What people give as the source of a step of support is their own words.
        if (!correctable(recorded)) {
            return 0;
        }
        Matcher corrects = CORRECTS.matcher(recorded.entry().source());
        return corrects.matches() ? Long.parseLong(corrects.group(1)) : 0;
    }
}
