package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.practice.sample.Household.Adult;
import uk.daymark.practice.sample.Household.Child;

/** One sample school, as the files that its own system would export. */
public final class SampleSchool {

    private static final String WEEKDAYS = "mon,tue,wed,thu,fri";

    private final SampleFiles files;
    private final SchoolsFile.School school;
    private final List<Household> households;
    private final SchoolYear year;
    private final LocalTime closesAm;
    private final LocalTime closesPm;

    SampleSchool(SampleFiles files, SchoolsFile.School school) {
        this.files = files;
        this.school = school;
        this.households = Households.of(files, school);
        this.year = new SchoolYear(files, school, households);
        this.closesAm = LocalTime.parse(school.register().closesAm());
        this.closesPm = LocalTime.parse(school.register().closesPm());
    }

    /** Its number. */
    public String urn() {
        return school.urn();
    }

    /** Its name. */
    public String name() {
        return school.name();
    }

    /** How many pupils it has. */
    public int pupils() {
        return households.stream().mapToInt(home -> home.children().size()).sum();
    }

    String schoolRow() {
        return line(
                school.urn(),
                school.name(),
                school.phase(),
                school.authority(),
                school.policy(),
                school.register().opens(),
                school.register().closesAm(),
                school.register().closesPm());
    }

    String calendarRows() {
        StringBuilder rows = new StringBuilder();
        files.schools()
                .terms()
                .forEach(term -> rows.append(line(
                        school.urn(), "TERM", term.from().toString(), term.to().toString(), "", "")));
        files.schools()
                .closures(school)
                .forEach(days -> rows.append(line(
                        school.urn(),
                        "CLOSURE",
                        days.from().toString(),
                        days.to().toString(),
                        "",
                        days.reason())));
        return rows.toString();
    }

    String pupilRows() {
        return eachChild().map(this::pupilRow).collect(Collectors.joining());
    }

    private String pupilRow(Child child) {
        return line(
                school.urn(),
                child.ref(),
                child.upn(),
                child.surname(),
                child.forename(),
                child.born().toString(),
                child.sex(),
                child.year(),
                child.form(),
                files.schools().terms().get(0).from().toString(),
                child.language(),
                child.sen(),
                yes(child.lookedAfter()),
                yes(child.childProtection()),
                yes(child.childInNeed()),
                yes(child.freeMeals()));
    }

    String contactRows() {
        StringBuilder rows = new StringBuilder();
        for (Household household : households) {
            for (Child child : household.children()) {
                household.adults().forEach(adult -> rows.append(contactRow(child, adult)));
            }
        }
        return rows.toString();
    }

    private String contactRow(Child child, Adult adult) {
        return line(
                school.urn(),
                child.ref(),
                adult.ref(),
                String.valueOf(adult.priority()),
                adult.title(),
                adult.forename(),
                adult.surname(),
                adult.relationship(),
                yes(adult.responsible()),
                yes(adult.livesWith()),
                yes(adult.courtOrder()),
                yes(adult.doNotContact()),
                yes(adult.addressWithheld()),
                adult.mobile(),
                adult.email(),
                adult.language(),
                adult.home().street(),
                adult.home().town(),
                adult.home().postcode(),
                yes(adult.letters()));
    }

    /** Weeks of marks up to a moment, as whoever worked with the school before then has left them. */
    String weekRows(LocalDateTime until) {
        StringBuilder rows = new StringBuilder();
        eachChild().forEach(child -> {
            Map<LocalDate, String[]> weeks = new TreeMap<>();
            for (LocalDate day : year.days()) {
                for (Half half : Half.values()) {
                    Session session = new Session(day, half);
                    if (!closes(session).isAfter(until)) {
                        String[] week = weeks.computeIfAbsent(Timetable.mondayOf(day), monday -> noMarks());
                        week[2 * (day.getDayOfWeek().getValue() - 1) + half.ordinal()] = asLeft(
                                        year.of(child, session), day, until.toLocalDate())
                                .token();
                    }
                }
            }
            weeks.forEach((monday, codes) -> rows.append(
                    school.urn() + "," + child.ref() + "," + monday + "," + String.join(",", codes) + "\n"));
        });
        return rows.toString();
    }

    private static String[] noMarks() {
        String[] week = new String[10];
        Arrays.fill(week, "");
        return week;
    }

    private AttendanceCode asLeft(PlannedMark mark, LocalDate day, LocalDate today) {
        if (mark.inTheEnd().isPresent() && (!mark.on().isAfter(today) || schoolDaysBetween(day, today) > olderThan())) {
            return mark.inTheEndOrFirst();
        }
        return mark.first();
    }

    private int olderThan() {
        return files.attendance().olderThan();
    }

    private long schoolDaysBetween(LocalDate day, LocalDate today) {
        return year.days().stream()
                .filter(other -> other.isAfter(day) && !other.isAfter(today))
                .count();
    }

    /** Rows of single marks: the minutes of everybody who was late up to that moment. */
    String lateRows(LocalDateTime until) {
        StringBuilder rows = new StringBuilder();
        eachChild()
                .forEach(child -> year.exceptions(child).forEach((session, mark) -> {
                    if (mark.minutesLate() > 0 && !closes(session).isAfter(until)) {
                        rows.append(markRow(child, session, mark.first(), mark.minutesLate()));
                    }
                }));
        return rows.toString();
    }

    /**
     * Rows of the registers that closed after the one moment and up to the other, and of the codes changed since.
     *
     * @param decided sessions of pupils of whom Daymark's people have decided a code: the office takes that
     */
    String newRows(LocalDateTime after, LocalDateTime until, Map<DecidedSession, AttendanceCode> decided) {
        StringBuilder rows = new StringBuilder();
        List<Session> closed = year.days().stream()
                .filter(day -> !day.isBefore(after.toLocalDate()) && !day.isAfter(until.toLocalDate()))
                .flatMap(day -> Stream.of(Half.values()).map(half -> new Session(day, half)))
                .filter(session ->
                        closes(session).isAfter(after) && !closes(session).isAfter(until))
                .toList();
        eachChild().forEach(child -> {
            for (Session session : closed) {
                PlannedMark mark = year.of(child, session);
                rows.append(markRow(child, session, mark.first(), mark.minutesLate()));
            }
            year.exceptions(child).forEach((session, mark) -> {
                if (!closes(session).isAfter(after)
                        && mark.changesOn(after.toLocalDate(), until.toLocalDate())
                        && !decided.containsKey(new DecidedSession(school.urn(), child.ref(), session))) {
                    rows.append(markRow(child, session, mark.inTheEndOrFirst(), 0));
                }
            });
        });
        decided.forEach((at, code) -> {
            if (at.urn().equals(school.urn())) {
                rows.append(line(
                        at.urn(),
                        at.ref(),
                        at.session().date().toString(),
                        at.session().half().name(),
                        code.token(),
                        ""));
            }
        });
        return rows.toString();
    }

    private String markRow(Child child, Session session, AttendanceCode code, int minutesLate) {
        return line(
                school.urn(),
                child.ref(),
                session.date().toString(),
                session.half().name(),
                code.token(),
                minutesLate > 0 ? String.valueOf(minutesLate) : "");
    }

    private LocalDateTime closes(Session session) {
        return session.date().atTime(session.half() == Half.AM ? closesAm : closesPm);
    }

    private Stream<Child> eachChild() {
        return households.stream().flatMap(household -> household.children().stream());
    }

    /**
     * A session of a pupil for which a code was decided in Daymark.
     *
     * @param urn the school
     * @param ref the school's reference for the pupil
     */
    public record DecidedSession(String urn, String ref, Session session) {}

    private static String yes(boolean flag) {
        return flag ? "Y" : "N";
    }

    private static String line(String... cells) {
        return String.join(",", cells) + "\n";
    }

    static String weekHeader() {
        StringBuilder header = new StringBuilder("school_urn,pupil_ref,week_beginning");
        for (String day : WEEKDAYS.split(",")) {
            header.append("," + day + "_am," + day + "_pm");
        }
        return header.append("\n").toString();
    }
}
