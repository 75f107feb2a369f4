package uk.daymark.letters;

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
import uk.daymark.time.Dates;
import uk.daymark.web.InvalidInput;

/** What somebody was told of a letter that went out: it came back, or the family answered. Lines are only added; the last one stands. */
@Service
public class LetterNews {

    private static final int LONGEST = 2000;

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final Who who;
    private final Clock clock;

    LetterNews(JdbcTemplate jdbc, Journal journal, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.who = who;
        this.clock = clock;
    }

    /** What became of a letter after it was sent. */
    public enum What {
        CAME_BACK("It came back undelivered"),
        ANSWERED("The family answered"),
        NEITHER("Neither: what was entered before is a mistake");

        private final String title;

        What(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A line.
     *
     * @param on when the letter came back or the answer came
     * @param note what else is to be known; may be empty text
     * @param by the user name of who entered it
     */
    public record News(What what, LocalDate on, String note, String by, OffsetDateTime at) {}

    /**
     * Enters what became of a letter.
     *
     * @throws InvalidInput pointing to {@code /what} where the letter was not sent, or there is nothing to take back; to {@code /on} where
     *     the day lies before the sending or after today; to {@code /note} where it is too long
     */
    @Transactional
    public void enter(Letter letter, What what, LocalDate on, String note) {
        LocalDate sentOn = letter.fate()
                .sentOn()
                .orElseThrow(
                        () -> new InvalidInput("/what", "The letter was not sent, so nothing can have become of it"));
        if (what == What.NEITHER && of(letter).isEmpty()) {
            throw new InvalidInput("/what", "Nothing was entered before. Choose what became of the letter");
        }
        if (on.isBefore(sentOn) || on.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput(
                    "/on", "The day must be from " + Dates.inWords(sentOn) + ", when the letter was sent, up to today");
        }
        if (note.length() > LONGEST) {
            throw new InvalidInput("/note", "What else is to be known must be " + LONGEST + " characters or fewer");
        }
        jdbc.update(
                "insert into letter_news (letter_id, what, on_date, note, entered_by, entered_at) values (?, ?, ?, ?, ?, ?)",
                letter.id(),
                what.name(),
                on,
                note,
                who.userName(),
                clock.instant().atOffset(ZoneOffset.UTC));
        journal.write(Entry.of(
                letter.key(),
                "LETTER",
                letter.title() + " to " + letter.recipient() + ", " + letter.ref() + ": " + what.title() + ", on "
                        + Dates.inWords(on) + ".",
                note));
    }

    /** Every line of a letter, the latest first. */
    public List<News> of(Letter letter) {
        return jdbc.query(
                "select what, on_date, note, entered_by, entered_at from letter_news where letter_id = ? order by id desc",
                (row, number) -> new News(
                        What.valueOf(row.getString("what")),
                        row.getObject("on_date", LocalDate.class),
                        row.getString("note"),
                        row.getString("entered_by"),
                        row.getObject("entered_at", OffsetDateTime.class)),
                letter.id());
    }

    /** What stands of a letter. */
    public Optional<News> last(Letter letter) {
        return of(letter).stream().findFirst().filter(line -> line.what() != What.NEITHER);
    }
}
