package uk.daymark.letters;

import java.net.http.HttpResponse;
import uk.daymark.Http;

/** Two schools with invented families, for the tests of letters. The clock stands on Monday 15 September 2025 or later. */
final class FamiliesForTests {

    static final String HERTS = "961201";
    static final String CAMBS = "961202";

    static final String CONTACTS = "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,"
            + "parental_responsibility,lives_with,court_order,do_not_contact,correspondence,address_withheld,email,language,"
            + "address_1,address_2,town,postcode\n";
    static final String PUPILS =
            "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,year_group,form,on_roll_from\n";
    static final String MARKS = "school_urn,pupil_ref,date,session,code,comment\n";

    private FamiliesForTests() {}

    static void schools(int port) {
        send(
                port,
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + HERTS
                        + ",Larch Primary,primary,hertfordshire,commonswood,08:50,09:20,13:15\n" + CAMBS
                        + ",Rowan College,secondary,cambridgeshire,cambridgeshire,08:50,09:20,13:15\n");
        send(
                port,
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + HERTS + ",TERM,2025-09-03,2025-10-24,,\n" + CAMBS
                        + ",TERM,2025-09-03,2025-10-24,,\n");
    }

    static void send(int port, String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        if (answer.statusCode() != 200 || answer.body().contains("\"rowsRejected\":1")) {
            throw new AssertionError(kind + ": " + answer.body());
        }
    }

    static void pupil(int port, String school, String ref, String forename, String surname) {
        send(
                port,
                "pupils",
                PUPILS + school + "," + ref + "," + surname + "," + forename + ",2014-03-02,7,7A,2025-09-03\n");
    }

    static void contacts(int port, String... rows) {
        send(port, "contacts", CONTACTS + String.join("", rows));
    }

    static void marks(int port, String school, String ref, String... dayHalfCode) {
        StringBuilder csv = new StringBuilder(MARKS);
        for (String mark : dayHalfCode) {
            csv.append(school)
                    .append(',')
                    .append(ref)
                    .append(',')
                    .append(mark.replace(' ', ','))
                    .append(",\n");
        }
        send(port, "marks", csv.toString());
    }
}
