package uk.daymark.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.HtmlUtils;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.people.Contact;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts.OfPupil;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.School;
import uk.daymark.people.Urn;
import uk.daymark.policy.PolicyFiles;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;

/** Families as they come: separated, at withheld addresses, under the same name, with names that look like markup. */
class AdversarialFamiliesTest {

    private static final Urn SCHOOL = new Urn("961203");
    private static final Urn ANOTHER = new Urn("961204");
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 3);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-09-22T08:00:00Z"), LondonTime.ZONE);
    private static final LetterBook BOOK = book();
    private static final LetterWriter WRITER = new LetterWriter(BOOK, CLOCK, new Dates());
    private static final Set<String> TAGS =
            Set.of("article", "div", "address", "p", "h2", "ul", "li", "section", "table", "caption", "tr", "th", "td");
    private static final Pattern LENGTH =
            Pattern.compile("(?:(no|\\d+) (?:school )?days?)?(?: and )?(?:(half a school day)|(\\d+) half days)?");

    @Property(tries = 300)
    void nobodyReceivesALetterWhoMustNotAndEverybodyWhoMay(@ForAll("families") List<OfPupil> family) {
        List<ContactId> written = Recipient.of(family, SCHOOL).stream()
                .map(one -> one.contact().id())
                .toList();
        for (OfPupil person : family) {
            boolean may = person.contact().school().equals(SCHOOL)
                    && !person.link().doNotContact()
                    && (person.link().parentalResponsibility() || person.link().correspondence());
            assertThat(written.contains(person.contact().id())).isEqualTo(may);
        }
        assertThat(written).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void noDocumentShowsAnythingOfAnotherPerson(
            @ForAll("families") List<OfPupil> family, @ForAll("registers") List<MarkedSession> marked) {
        for (String template : List.of("soft-letter", "attendance-concern", "late-letter", "thank-you")) {
            LetterAbout about = about(template, family, marked);
            for (Recipient recipient : about.recipients()) {
                LetterDocument letter = WRITER.write(about, recipient, "L-2025-00001");
                assertThat(letter.text()).contains(String.join("\n", recipient.address()));
                for (OfPupil other : family) {
                    if (!other.contact().id().equals(recipient.contact().id())) {
                        String sign = "Z" + other.contact().id().number() + "Z";
                        assertThat(letter.text()).doesNotContain(sign);
                        assertThat(letter.html()).doesNotContain(sign);
                    }
                }
            }
        }
    }

    @Property(tries = 200)
    void whatNamesHoldIsNeverMarkup(
            @ForAll("families") List<OfPupil> family, @ForAll("registers") List<MarkedSession> marked) {
        LetterAbout about = about("attendance-concern", family, marked);
        for (Recipient recipient : about.recipients()) {
            String html = WRITER.write(about, recipient, "L-2025-00001").html();
            Matcher tag = Pattern.compile("<(/?)([^ >]*)([^>]*)>").matcher(html);
            while (tag.find()) {
                assertThat(TAGS).contains(tag.group(2));
                assertThat(tag.group(3))
                        .matches("| class=\"letter[a-z-]*\"| class=\"govuk-visually-hidden\"| scope=\"col\"");
            }
            assertThat(HtmlUtils.htmlUnescape(html)).contains("<p>" + recipient.name() + "</p>");
        }
    }

    @Property(tries = 300)
    void theFiguresAreThoseOfTheRegister(@ForAll("registers") List<MarkedSession> marked) {
        LetterFigures figures = figures(marked);
        AbsenceWords words = new AbsenceWords(BOOK.words(), figures.schoolDays());
        long absent = marked.stream()
                .filter(session -> session.code().statisticalClass().absent())
                .count();
        assertThat(sessions(words.length(figures.missed()))).isEqualTo(absent);
        List<String> lines = words.lines(figures.missed());
        assertThat(lines.stream()
                        .mapToLong(AdversarialFamiliesTest::sessionsAtTheBeginning)
                        .sum())
                .isEqualTo(absent);
        for (MarkedSession session : figures.missed()) {
            long sameDayAndCode = figures.missed().stream()
                    .filter(other ->
                            other.session().date().equals(session.session().date()) && other.code() == session.code())
                    .count();
            if (sameDayAndCode == 1) {
                String half = session.session().half() == Half.AM ? "in the morning" : "in the afternoon";
                String day = new Dates().weekday(session.session().date()).replace(" 2025", "");
                assertThat(lines).anyMatch(line -> line.contains(day + " " + half));
            }
        }
    }

    @Property(tries = 200)
    void theFingerprintIsThatOfWhatWasMissedOrLate(
            @ForAll("registers") List<MarkedSession> one, @ForAll("registers") List<MarkedSession> other) {
        assertThat(figures(one).fingerprint().equals(figures(other).fingerprint()))
                .isEqualTo(spokenOf(one).equals(spokenOf(other)));
    }

    @Provide
    Arbitrary<List<OfPupil>> families() {
        Arbitrary<String> odd = Arbitraries.oneOf(
                Arbitraries.of(
                        "Khan",
                        "O’Brien-Łukasz",
                        "((school))",
                        "((has_illness??x))",
                        "<script>alert(1)</script>",
                        "</p><h2>x",
                        "[link](http://x)",
                        "**bold**",
                        "# Heading",
                        "a\nDear Sir",
                        "\u202Eright to left",
                        "محمد",
                        "&lt;b&gt;",
                        "\"'",
                        ""),
                Arbitraries.strings().ofMaxLength(12));
        Arbitrary<Contact.Details> details = Combinators.combine(
                        odd, odd, odd, odd, Arbitraries.of(true, false), Arbitraries.of("", "one@x.example"))
                .as((title, forename, surname, line, withheld, email) -> new Contact.Details(
                        title, forename, surname, "", "", "", email, "", line, line, "", "AL10 9AA", withheld));
        Arbitrary<Boolean> yesNo = Arbitraries.of(true, false);
        Arbitrary<Contact.Link> link = Combinators.combine(yesNo, yesNo, yesNo, yesNo, yesNo, odd)
                .as((responsible, livesWith, order, never, letters, language) -> new Contact.Link(
                        Optional.empty(), "Parent", responsible, livesWith, order, never, letters, language));
        Arbitrary<OfPupil> person = Combinators.combine(details, link, Arbitraries.of(SCHOOL, SCHOOL, SCHOOL, ANOTHER))
                .as((who, what, school) -> new OfPupil(new Contact(new ContactId(0), school, "c", who), what));
        return person.list().ofMinSize(1).ofMaxSize(5).map(AdversarialFamiliesTest::numbered);
    }

    /** Each person's name and address carry a sign of their own, so that it is seen where it does not belong. */
    private static List<OfPupil> numbered(List<OfPupil> people) {
        List<OfPupil> numbered = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            OfPupil person = people.get(i);
            Contact.Details told = person.contact().details();
            String sign = " Z" + (i + 1) + "Z";
            numbered.add(new OfPupil(
                    new Contact(
                            new ContactId(i + 1),
                            person.contact().school(),
                            "c" + i,
                            new Contact.Details(
                                    told.title(),
                                    told.forename() + sign,
                                    told.surname(),
                                    "07700 900" + i + sign,
                                    sign,
                                    sign,
                                    told.email(),
                                    "",
                                    told.address1() + sign,
                                    told.address2(),
                                    "Town" + sign,
                                    told.postcode(),
                                    told.addressWithheld())),
                    person.link()));
        }
        return numbered;
    }

    @Provide
    Arbitrary<List<MarkedSession>> registers() {
        Arbitrary<AttendanceCode> code = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(AttendanceCode.L)),
                Tuple.of(
                        8,
                        Arbitraries.of(AttendanceCode.values())
                                .filter(one -> one != AttendanceCode.PRESENT_PM && one != AttendanceCode.PRESENT_AM)),
                Tuple.of(8, Arbitraries.of(AttendanceCode.I, AttendanceCode.N, AttendanceCode.B)));
        return code.list().ofMaxSize(24).map(codes -> {
            List<MarkedSession> marked = new ArrayList<>();
            List<LocalDate> days = days();
            for (int i = 0; i < codes.size(); i++) {
                marked.add(
                        new MarkedSession(new Session(days.get(i / 2), i % 2 == 0 ? Half.AM : Half.PM), codes.get(i)));
            }
            return marked;
        });
    }

    private static List<LocalDate> days() {
        return FIRST.datesUntil(FIRST.plusDays(20))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .toList();
    }

    private static List<String> spokenOf(List<MarkedSession> marked) {
        return marked.stream()
                .filter(one -> one.code().statisticalClass().absent() || one.code() == AttendanceCode.L)
                .map(one -> one.session() + one.code().token())
                .toList();
    }

    private static long sessions(String length) {
        Matcher matcher = LENGTH.matcher(length);
        assertThat(matcher.matches()).as(length).isTrue();
        return counted(matcher);
    }

    private static long sessionsAtTheBeginning(String line) {
        Matcher matcher = LENGTH.matcher(line);
        assertThat(matcher.lookingAt()).as(line).isTrue();
        return counted(matcher);
    }

    private static long counted(Matcher matcher) {
        long days = matcher.group(1) == null || matcher.group(1).equals("no") ? 0 : Long.parseLong(matcher.group(1));
        long halves = matcher.group(2) != null ? 1 : matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        return 2 * days + halves;
    }

    private static LetterFigures figures(List<MarkedSession> marked) {
        return new LetterFigures(FIRST, LocalDate.of(2025, 9, 19), days(), marked, Set.of());
    }

    private static LetterAbout about(String template, List<OfPupil> family, List<MarkedSession> marked) {
        return new LetterAbout(
                new LetterOrder(template, new EnrolmentId(1), "A-2025-0001", Optional.empty(), Map.of()),
                BOOK.of(template, List.of("national")),
                new Pupil(
                        new PupilId(1),
                        new Pupil.Details(
                                Optional.empty(),
                                "Khan",
                                "((pupil))<b>",
                                "",
                                "",
                                Optional.empty(),
                                "",
                                "",
                                "",
                                false,
                                false,
                                false,
                                false)),
                new Enrolment(
                        new EnrolmentId(1),
                        new PupilId(1),
                        SCHOOL,
                        "4512",
                        new Enrolment.Details(Optional.of(FIRST), Optional.empty(), "7", "7A", false),
                        List.of()),
                new School(
                        SCHOOL,
                        "Larch",
                        "primary",
                        "national",
                        "national",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                PolicyFiles.shipped("national"),
                "Larch",
                Letterhead.blank(SCHOOL),
                figures(marked),
                figures(marked),
                Recipient.of(family, SCHOOL),
                LocalDate.of(2025, 9, 29));
    }

    private static LetterBook book() {
        try {
            return new LetterBook(new PathMatchingResourcePatternResolver(), PolicyFiles.shipped());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
