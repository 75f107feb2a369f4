package uk.daymark.browser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.daymark.journey.OwnApplication;

/** A school whose registers have closed: twenty households with one child, and some that are not so simple. */
final class SchoolWithAbsences {

    /** So many households of one child. */
    static final int RUN = 20;

    private static final String URN = "999001";

    private final OwnApplication daymark;

    private SchoolWithAbsences(OwnApplication daymark) {
        this.daymark = daymark;
    }

    /** Opens it, with its clock at 9:25am. */
    static SchoolWithAbsences open() {
        OwnApplication daymark = OwnApplication.empty("2025-09-15T09:25", URN);
        daymark.send(
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + URN
                        + ",Commonswood School,primary,hertfordshire,commonswood,08:50,09:20,13:15\n");
        daymark.send("calendar", "school_urn,kind,from,to,session,reason\n" + URN + ",TERM,2025-09-03,2025-12-19,,\n");
        String pupils = numbers()
                .mapToObj(number -> pupil("R" + number, "Run" + word(number), "Child"))
                .collect(Collectors.joining());
        daymark.send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from\n"
                        + pupils
                        + pupil("K1", "Khan", "Amira")
                        + pupil("K2", "Khan", "Yusuf")
                        + pupil("P1", "Pole", "Jan")
                        + pupil("P2", "Pole", "Ewa")
                        + pupil("G1", "Gone", "Gil")
                        + pupil("L1", "Left", "Lou")
                        + pupil("T1", "Thought", "Tam"));
        daymark.send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,forename,surname,relationship,parental_responsibility,lives_with,do_not_contact,mobile\n"
                        + numbers()
                                .mapToObj(number -> contact(
                                        "R" + number, "CR" + number, "Parent", "Run" + word(number), "N", 100 + number))
                                .collect(Collectors.joining())
                        + contact("K1", "CK1", "Nadia", "Khan", "N", 201)
                        + contact("K1", "CK2", "Imran", "Khan", "N", 202)
                        + contact("K2", "CK1", "Nadia", "Khan", "N", 201)
                        + contact("K2", "CK2", "Imran", "Khan", "N", 202)
                        + contact("P1", "CP1", "Ola", "Pole", "N", 203)
                        + contact("P1", "CP2", "Piotr", "Pole", "Y", 204)
                        + contact("P2", "CP1", "Ola", "Pole", "N", 203)
                        + contact("P2", "CP2", "Piotr", "Pole", "N", 204)
                        + contact("G1", "CG1", "Gina", "Gone", "N", 205)
                        + contact("L1", "CL1", "Lee", "Left", "N", 206)
                        + contact("T1", "CT1", "Tess", "Thought", "N", 207));
        return new SchoolWithAbsences(daymark);
    }

    OwnApplication daymark() {
        return daymark;
    }

    /** The pupils of as many households, one each. */
    static String[] run() {
        return numbers().mapToObj(number -> "R" + number).toArray(String[]::new);
    }

    /** The register says that these pupils were absent this morning, without a reason. */
    void absent(String... refs) {
        marked("N", refs);
    }

    /** The register brings this code for this morning. */
    void marked(String code, String... refs) {
        daymark.send(
                "marks",
                List.of(refs).stream()
                        .map(ref -> URN + "," + ref + ",2025-09-15,AM," + code + "\n")
                        .collect(Collectors.joining("", "school_urn,pupil_ref,date,session,code\n", "")));
    }

    private static IntStream numbers() {
        return IntStream.range(0, RUN);
    }

    private static String word(int number) {
        return String.valueOf((char) ('a' + number));
    }

    private static String pupil(String ref, String surname, String forename) {
        return URN + "," + ref + "," + surname + "," + forename + ",2018-01-20,3,3B,2025-09-03\n";
    }

    private static String contact(String pupil, String ref, String forename, String surname, String never, int number) {
        return URN + "," + pupil + "," + ref + "," + (ref.endsWith("2") ? 2 : 1) + "," + forename + "," + surname
                + ",Parent,Y,Y," + never + ",07700900" + number + "\n";
    }
}
