package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.daymark.letters.text.Field;
import uk.daymark.letters.text.Said;
import uk.daymark.letters.text.Values;
import uk.daymark.letters.text.Words;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.MarkedSession;
import uk.daymark.time.Dates;

/** Writes one parent's letter: the template filled in with what the register shows, in the school's frame. */
@Component
class LetterWriter {

    private final LetterBook book;
    private final Clock clock;
    private final Dates dates;

    LetterWriter(LetterBook book, Clock clock, Dates dates) {
        this.book = book;
        this.clock = clock;
        this.dates = dates;
    }

    /** The document for one of those written to. */
    LetterDocument write(LetterAbout about, Recipient recipient, String ref) {
        List<Said> said = about.template().fill(values(about));
        LetterFrame frame = new LetterFrame(book.words(), dates, about, recipient, ref, contactUs(about));
        return LetterDocument.of(frame, said, LocalDate.now(clock), clock.instant());
    }

    /** What the letter says was missed, for staff. */
    String figures(LetterAbout about) {
        return absences(about).length(about.figures().missed());
    }

    private AbsenceWords absences(LetterAbout about) {
        return new AbsenceWords(book.words(), about.figures().schoolDays());
    }

    private Values values(LetterAbout about) {
        Values values = new Values();
        order(about, values);
        for (Field field : about.template().fields()) {
            if (values.has(field)) {
                continue;
            }
            switch (field.kind()) {
                case WORDS -> values.words(field, words(field, about));
                case LINES -> values.lines(field, lines(field, about));
                case FLAG -> values.flag(field, flag(field, about.figures()));
            }
        }
        return values;
    }

    private void order(LetterAbout about, Values values) {
        about.order().details().forEach((name, given) -> {
            Field field = Field.of(name)
                    .orElseThrow(() -> new IllegalArgumentException("Letters have no field ((" + name + "))"));
            if (given instanceof Boolean flag) {
                values.flag(field, flag);
            } else if (given instanceof List<?> lines) {
                values.lines(field, lines.stream().map(String::valueOf).toList());
            } else {
                values.words(field, given instanceof LocalDate day ? dates.weekday(day) : String.valueOf(given));
            }
        });
    }

    private String words(Field field, LetterAbout about) {
        LetterFigures figures = about.figures();
        Words words = book.words();
        return switch (field) {
            case PUPIL -> about.pupil().details().name();
            case PUPIL_FIRST -> first(about);
            case SCHOOL -> about.school().name();
            case HEAD -> orElse(about.letterhead().head(), "head.unknown");
            case SENDER -> sender(about);
            case CONTACT_US -> contactUs(about);
            case TODAY -> dates.weekday(LocalDate.now(clock));
            case REPLY_BY -> dates.weekday(about.replyBy());
            case SINCE -> dates.day(figures.since());
            case UNTIL -> dates.weekday(figures.until());
            case MISSED -> absences(about).length(figures.missed());
            case MISSED_UNAUTHORISED -> absences(about).length(figures.unauthorised());
            case TIMES_LATE -> absences(about).times(figures.late().size());
            case ASSESSMENT ->
                words.say(about.policy().lineage().stream()
                        .map(policy -> "assessment." + policy)
                        .filter(words::has)
                        .findFirst()
                        .orElse("assessment"));
            case THRESHOLD -> number(about, "threshold.sessions");
            case WINDOW -> number(about, "threshold.window");
            case NOTICE_EARLY -> number(about, "pn.amount.first_discount");
            case NOTICE_EARLY_DAYS -> number(about, "pn.days.discount");
            case NOTICE_FULL -> number(about, "pn.amount.first_full");
            case NOTICE_FULL_DAYS -> number(about, "pn.days.full");
            case NOTICE_SECOND -> number(about, "pn.amount.second");
            case NOTICE_YEARS -> years(needed(about, "pn.lookback"));
            case COURT_FINE -> number(about, "prosecution.fine.strict");
            case COURT_FINE_PUBLIC_PLACE -> number(about, "prosecution.fine.public_place");
            default ->
                throw new IllegalStateException(
                        "The letter " + about.template().name() + " was ordered without ((" + field.written() + "))");
        };
    }

    private List<String> lines(Field field, LetterAbout about) {
        LetterFigures figures = about.figures();
        return switch (field) {
            case ABSENCES -> absences(about).lines(figures.missed());
            case UNAUTHORISED_ABSENCES ->
                new AbsenceWords(book.words(), about.listed().schoolDays())
                        .lines(about.listed().unauthorised());
            case LATE_DATES ->
                figures.late().stream()
                        .map(late -> absences(about).dates(List.of(late)))
                        .toList();
            default ->
                throw new IllegalStateException(
                        "The letter " + about.template().name() + " was ordered without ((" + field.written() + "))");
        };
    }

    private static boolean flag(Field field, LetterFigures figures) {
        List<MarkedSession> of = switch (field) {
            case HAS_NO_REASON -> figures.with(AttendanceCode.N);
            case HAS_ILLNESS -> figures.with(AttendanceCode.I);
            case HAS_UNAUTHORISED -> figures.unauthorised();
            case HAS_LATE_AFTER_CLOSE -> figures.with(AttendanceCode.U);
            default -> throw new IllegalStateException("Nobody can say " + field.written());
        };
        return !of.isEmpty();
    }

    private String sender(LetterAbout about) {
        return orElse(about.letterhead().sender(), about.fromTheAuthority() ? "sender.authority" : "sender.unknown");
    }

    private String contactUs(LetterAbout about) {
        Letterhead letterhead = about.letterhead();
        String sender = sender(about);
        if (!letterhead.phone().isBlank()) {
            return book.words().say("contact.phone", "sender", sender, "phone", letterhead.phone());
        }
        return letterhead.email().isBlank()
                ? book.words().say(about.fromTheAuthority() ? "contact.authority" : "contact.neither")
                : book.words().say("contact.email", "sender", sender, "email", letterhead.email());
    }

    private String orElse(String text, String key) {
        return text.isBlank() ? book.words().say(key) : text;
    }

    private String number(LetterAbout about, String key) {
        return String.format(Locale.UK, "%,d", needed(about, key));
    }

    private int needed(LetterAbout about, String key) {
        return LetterGathering.needed(about.policy(), key, LocalDate.now(clock));
    }

    private String years(int years) {
        return book.words().say(years == 1 ? "years.one" : "years.many", "n", String.valueOf(years));
    }

    private static String first(LetterAbout about) {
        var details = about.pupil().details();
        String first = details.preferredForename().isBlank() ? details.legalForename() : details.preferredForename();
        return first.isBlank() ? details.name() : first;
    }
}
