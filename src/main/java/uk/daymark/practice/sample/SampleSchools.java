package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.daymark.measure.AttendanceCode;

/**
 * Three invented schools, one under each of the first policies, as the files that their own systems would export. The same each time they
 * are made.
 */
public final class SampleSchools {

    private static final String MARKS = "school_urn,pupil_ref,date,session,code,minutes_late\n";

    private final List<SampleSchool> schools;
    private final List<SampleLetterhead> letterheads;

    private SampleSchools(SampleFiles files) {
        this.letterheads = files.schools().letterheads();
        this.schools = files.schools().schools().stream()
                .map(school -> new SampleSchool(files, school))
                .toList();
    }

    /** Invents them. */
    public static SampleSchools make() {
        return new SampleSchools(SampleFiles.load());
    }

    /** The first of the schools, without inventing its pupils. */
    public static String firstUrn() {
        return SampleFiles.load().schools().schools().get(0).urn();
    }

    /** Where the practice clock starts unless somebody wants it elsewhere, London time. */
    public static LocalDateTime clock() {
        return SampleFiles.load().schools().clock();
    }

    /** The schools, in the order of their file. */
    public List<SampleSchool> schools() {
        return schools;
    }

    /** What stands at the head of their authorities' letters. */
    public List<SampleLetterhead> letterheads() {
        return letterheads;
    }

    /** The last day for which there are registers. */
    public static LocalDate registersUntil() {
        return SampleFiles.load().schools().registersUntil();
    }

    /** A file of the schools. */
    public String schoolsCsv() {
        return "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n"
                + all(SampleSchool::schoolRow);
    }

    /** A file of terms and closures. */
    public String calendarCsv() {
        return "school_urn,kind,from,to,session,reason\n" + all(SampleSchool::calendarRows);
    }

    /** A file of pupils. */
    public String pupilsCsv() {
        return "school_urn,pupil_ref,upn,legal_surname,legal_forename,date_of_birth,sex,year_group,form,on_roll_from,language,sen,"
                + "looked_after,child_protection,child_in_need,free_meals\n"
                + all(SampleSchool::pupilRows);
    }

    /** A file of contacts. */
    public String contactsCsv() {
        return "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,lives_with,"
                + "court_order,do_not_contact,address_withheld,mobile,email,language,address_1,town,postcode,correspondence\n"
                + all(SampleSchool::contactRows);
    }

    /** A file of weeks: every register that has closed by then, older marks without a reason settled. */
    public String weeksCsv(LocalDateTime until) {
        return SampleSchool.weekHeader() + all(school -> school.weekRows(until));
    }

    /** A file of marks: who was late by how many minutes in those registers. */
    public String lateCsv(LocalDateTime until) {
        return MARKS + all(school -> school.lateRows(until));
    }

    /**
     * A file of marks: the registers that closed after one moment and up to the other, and codes that the schools' systems have changed
     * since. Codes decided in Daymark are among them: the offices have entered them.
     *
     * @param decided the codes that wait to be entered
     */
    public String newCsv(
            LocalDateTime after, LocalDateTime until, Map<SampleSchool.DecidedSession, AttendanceCode> decided) {
        return MARKS + all(school -> school.newRows(after, until, decided));
    }

    private String all(Function<SampleSchool, String> rows) {
        return schools.stream().map(rows).collect(Collectors.joining());
    }
}
