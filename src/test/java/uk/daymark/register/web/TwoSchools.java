package uk.daymark.register.web;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.daymark.Http;

/**
 * The practice users' own school and one that is not theirs, each with pupils that only the tests of these pages use. The clock
 * stands on Monday 15 September 2025 or later.
 */
public final class TwoSchools {

    /** Of office, lead and head. */
    public static final String OURS = "999001";

    public static final String OTHER = "950001";

    public static final String MARKS = "school_urn,pupil_ref,date,session,code,comment\n";

    private static final String PUPILS =
            "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from\n";

    private TwoSchools() {}

    /** Puts them there, if they are not there already. */
    public static void exist(int port) {
        Http admin = Http.program(port, "admin");
        imported(
                admin,
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + OURS
                        + ",Commonswood School,primary,hertfordshire,commonswood,08:50,09:20,13:15\n" + OTHER
                        + ",Birch Academy,secondary,cambridgeshire,cambridgeshire,08:50,09:20,13:15\n");
        imported(
                admin,
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + OURS + ",TERM,2025-09-03,2025-10-24,,\n" + OTHER
                        + ",TERM,2025-09-03,2025-10-24,,\n");
        imported(admin, "pupils", PUPILS + pupils(OURS, "PG", 45) + pupils(OTHER, "PH", 2));
    }

    /** Marks of pupils at our school, as the administrator sends them. */
    public static void marked(int port, String... rows) {
        imported(Http.program(port, "admin"), "marks", MARKS + String.join("", rows));
    }

    /** One line of marks of a pupil at our school. */
    public static String mark(String ref, String date, String half, String code) {
        return mark(OURS, ref, date, half, code);
    }

    static String mark(String school, String ref, String date, String half, String code) {
        return school + "," + ref + "," + date + "," + half + "," + code + ",\n";
    }

    /** A feed that would mark forty pupils of our school absent. */
    public static String everybodyAbsent(String date) {
        return MARKS
                + IntStream.range(5, 45)
                        .mapToObj(number -> mark("PG" + number, date, "AM", "O"))
                        .collect(Collectors.joining());
    }

    private static String pupils(String school, String prefix, int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(number -> school + "," + prefix + number + ",Khan,Amira,2014-03-02,7,7A,2025-09-03\n")
                .collect(Collectors.joining());
    }

    static void imported(Http program, String kind, String csv) {
        HttpResponse<String> answer = program.post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        if (answer.statusCode() != 200) {
            throw new AssertionError(kind + ": " + answer.body());
        }
    }
}
