package uk.daymark.enforcement.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** The minutes of the sittings. Lines are added and corrected by further lines; none is changed or taken away. */
@Service
public class Minutes {

    /** As many characters as a line may have. */
    public static final int LONGEST = 4000;

    private static final int LONGEST_WHY = 2000;

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final Who who;
    private final Clock clock;

    Minutes(JdbcTemplate jdbc, Journal journal, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.who = who;
        this.clock = clock;
    }

    /** Every line of an authority's sitting of that day, as they were written. */
    public List<Minute> of(String authority, LocalDate day) {
        return jdbc.query(
                "select id, part, words, corrects, why, written_by, written_at from sitting_minute"
                        + " where authority = ? and sitting_on = ? order by id",
                (row, number) -> new Minute(
                        row.getLong("id"),
                        Minute.Part.valueOf(row.getString("part")),
                        row.getString("words"),
                        Optional.ofNullable(row.getObject("corrects", Long.class)),
                        row.getString("why"),
                        row.getString("written_by"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()),
                authority,
                day);
    }

    /** The days of an authority's sittings at which something was written, the latest first. */
    public List<LocalDate> days(String authority) {
        return jdbc.queryForList(
                "select distinct sitting_on from sitting_minute where authority = ? order by sitting_on desc",
                LocalDate.class,
                authority);
    }

    /**
     * Adds a line, by the one who is signed in.
     *
     * @throws InvalidInput pointing to {@code /words}
     */
    @Transactional
    public void write(String authority, LocalDate day, Minute.Part part, String words) {
        String text = checked("/words", words, "Enter what is to be written", LONGEST);
        add(authority, day, part, text, null, "");
        journal.write(Entry.of(subject(authority, day), "MINUTES", part.title() + ": " + text, ""));
    }

    /**
     * Puts a line in the place of another, which stays readable.
     *
     * @throws InvalidInput pointing to {@code /words} or {@code /why}
     * @throws NotFound where the sitting has no such line
     * @throws Conflict where it was corrected already
     */
    @Transactional
    public void correct(String authority, LocalDate day, long id, String words, String why) {
        String text = checked("/words", words, "Enter what is to be written", LONGEST);
        String reason = checked("/why", why, "Say why it is corrected", LONGEST_WHY);
        jdbc.query("select id from sitting_minute where id = ? for update", row -> {}, id);
        List<Minute> all = of(authority, day);
        Minute wrong = all.stream()
                .filter(line -> line.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such line in the minutes of this sitting."));
        if (all.stream()
                .anyMatch(line -> line.corrects().filter(other -> other == id).isPresent())) {
            throw new Conflict("This line was corrected meanwhile. Correct the one that stands now.");
        }
        add(authority, day, wrong.part(), text, id, reason);
        journal.write(
                Entry.of(subject(authority, day), "MINUTES", wrong.part().title() + ", corrected: " + text, reason)
                        .changing(wrong.words(), text));
    }

    private void add(
            String authority,
            LocalDate day,
            Minute.Part part,
            String words,
            @org.jspecify.annotations.Nullable Long corrects,
            String why) {
        jdbc.update(
                "insert into sitting_minute (authority, sitting_on, part, words, corrects, why, written_by, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                authority,
                day,
                part.name(),
                words,
                corrects,
                why,
                who.userName(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static String checked(String pointer, String typed, String whenMissing, int longest) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(pointer, whenMissing);
        }
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw new InvalidInput(pointer, "Give at most " + longest + " characters");
        }
        return text;
    }

    /** What the journal knows a sitting by. */
    public static String subject(String authority, LocalDate day) {
        return "P-" + authority + "-" + day;
    }
}
