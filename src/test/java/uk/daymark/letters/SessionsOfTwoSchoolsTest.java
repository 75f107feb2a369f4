package uk.daymark.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.GoldenCases;
import uk.daymark.measure.Half;
import uk.daymark.measure.Marks;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.School;
import uk.daymark.people.Urn;
import uk.daymark.register.StoredRegister.PupilRegister;

/** Six sessions were missed at the school before and four at this one; the notice rests on all ten. */
class SessionsOfTwoSchoolsTest {

    private static final Urn HERE = new Urn("910701");
    private static final LocalDate TODAY = LocalDate.parse("2025-11-24");
    private static final LocalDate CAME = LocalDate.parse("2025-10-06");
    private static final Timetable TIMETABLE = GoldenCases.calendar("CAL-A").timetable();
    private static final List<Timetable.Part> PARTS = List.of(
            new Timetable.Part(new DateRange(LocalDate.parse("2025-09-03"), CAME.minusDays(1)), TIMETABLE),
            new Timetable.Part(new DateRange(CAME, TODAY), TIMETABLE));

    private final Set<Session> missed = new HashSet<>();

    private PupilRegister register() {
        Marks.Builder marks = new Marks.Builder();
        for (String day : List.of("2025-09-29", "2025-09-30", "2025-10-01", "2025-10-06", "2025-10-07")) {
            for (Half half : Half.values()) {
                Session session = new Session(LocalDate.parse(day), half);
                marks.put(session, AttendanceCode.O);
                missed.add(session);
            }
        }
        return new PupilRegister(
                new PupilId(1),
                "Amira Khan",
                Optional.of(LocalDate.parse("2014-03-02")),
                List.of(),
                new School(
                        HERE, "Elm", "", "national", "national", Optional.empty(), Optional.empty(), Optional.empty()),
                PARTS,
                marks.build(),
                Set.of(),
                Optional.empty());
    }

    @Test
    void theLetterListsEverySessionThatTheNoticeRestsOn() {
        PupilRegister register = register();
        LetterFigures listed = LetterFigures.named(register, Timetable.of(PARTS), missed, TODAY);
        assertThat(listed.unauthorised()).hasSize(10);
        assertThat(listed.schoolDays()).contains(LocalDate.parse("2025-10-03"), CAME);
    }

    @Test
    void whatItSaysOfTheSchoolYearStaysThisSchoolsOwn() {
        Enrolment here = new Enrolment(
                new EnrolmentId(1),
                new PupilId(1),
                HERE,
                "1",
                new Enrolment.Details(Optional.of(CAME), Optional.empty(), "7", "7A", false),
                List.of());
        LetterFigures figures = LetterFigures.of(register(), here, TIMETABLE, LocalDate.parse("2025-09-01"), TODAY);
        assertThat(figures.unauthorised()).hasSize(4);
        assertThat(figures.since()).isEqualTo(CAME);
    }
}
