package uk.daymark.enforcement.ledger;

import java.net.http.HttpResponse;
import uk.daymark.Http;
import uk.daymark.register.web.TwoSchools;

/** Families that only tests of the ledger use: brothers and sisters, separated parents, children who moved from another authority or to it. */
public final class LedgerFamilies {

    /** Of the practice users' authority, which is Hertfordshire once {@link TwoSchools} exist. */
    public static final String OURS = "971001";

    /** Of another authority. */
    public static final String THEIRS = "971002";

    private LedgerFamilies() {}

    /** Puts them there, if they are not there already. */
    public static void exist(int port) {
        TwoSchools.exist(port);
        send(
                port,
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + OURS
                        + ",Ledger Park School,secondary,hertfordshire,hertfordshire,08:50,09:20,13:15\n" + THEIRS
                        + ",Faraway School,secondary,herefordshire,herefordshire,08:50,09:20,13:15\n");
        send(
                port,
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + OURS + ",TERM,2025-06-02,2025-07-22,,\n" + OURS
                        + ",TERM,2025-09-03,2025-10-24,,\n" + THEIRS + ",TERM,2025-06-02,2025-07-22,,\n");
        StringBuilder pupils = new StringBuilder(
                "school_urn,pupil_ref,upn,legal_surname,legal_forename,date_of_birth,on_roll_from,leaving_date\n");
        StringBuilder contacts = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,"
                        + "lives_with,court_order,do_not_contact,correspondence,address_withheld,address_1,town,postcode\n");
        for (int child = 1; child <= 14; child++) {
            pupils.append(OURS + ",LR" + child + ",,Ledgerwood,Child" + child + ",2013-05-01,2024-09-03,\n");
            contacts.append(OURS + ",LR" + child
                    + ",LRM,1,Ms,Nadia,Ledgerwood,Mother,Y,Y,N,N,Y,N,1 Mothers Lane,Ely,CB7 4AA\n");
            contacts.append(
                    OURS + ",LR" + child + ",LRF,2,Mr,Omar,Ledgerwood,Father,Y,N,N,N,Y,Y,2 Fathers Road,Ely,CB7 4BB\n");
        }
        for (int child = 1; child <= 3; child++) {
            String moved = ",Movewell,Mia" + child + ",2013-05-01,";
            pupils.append(THEIRS + ",MV" + child + "," + upn(child) + moved + "2024-09-03,2025-06-27\n");
            pupils.append(OURS + ",MV" + child + "," + upn(child) + moved + "2025-06-30,\n");
            contacts.append(
                    THEIRS + ",MV" + child + ",MVA,1,Ms,Mona,Movewell,Mother,Y,Y,N,N,Y,N,3 Far Street,Ross,HR9 5AA\n");
            contacts.append(
                    OURS + ",MV" + child + ",MVB,1,Ms,Mona,Movewell,Mother,Y,Y,N,N,Y,N,4 Near Street,Ely,CB7 4CC\n");
        }
        String left = ",LV1," + upn(4) + ",Leavewell,Lou,2013-05-01,";
        pupils.append(OURS + left + "2024-09-03,2025-06-27\n").append(THEIRS + left + "2025-06-30,\n");
        String lena = ",1,Ms,Lena,Leavewell,Mother,Y,Y,N,N,Y,N,";
        contacts.append(OURS + ",LV1,LVA" + lena + "5 Old Street,Ely,CB7 4DD\n");
        contacts.append(THEIRS + ",LV1,LVB" + lena + "6 New Street,Ross,HR9 5BB\n");
        send(port, "pupils", pupils.toString());
        send(port, "contacts", contacts.toString());
    }

    /** A UPN that nobody else has, with the check letter that it calls for. */
    private static String upn(int child) {
        String digits = String.format("97100225%04d", child);
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum += (digits.charAt(at) - '0') * (at + 2);
        }
        return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + digits;
    }

    private static void send(int port, String kind, String csv) {
        HttpResponse<String> answer =
                Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        if (answer.statusCode() != 200) {
            throw new AssertionError(kind + ": " + answer.body());
        }
    }
}
