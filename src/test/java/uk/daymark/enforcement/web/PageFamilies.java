package uk.daymark.enforcement.web;

import uk.daymark.Http;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;

/** Families that only tests of the authority's pages use. Each pupil PW1 to PW9 has a mother and a father of their own. */
public final class PageFamilies {

    /** Of the practice users' authority. */
    public static final String OURS = "971021";

    private PageFamilies() {}

    /** Puts them there, if they are not there already. */
    public static void exist(int port) {
        TwoSchools.exist(port);
        send(
                port,
                "schools",
                "school_urn,name,phase,authority,policy,register_opens,register_closes_am,register_closes_pm\n" + OURS
                        + ",Pagewell School,secondary,hertfordshire,hertfordshire,08:50,09:20,13:15\n");
        send(
                port,
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + OURS + ",TERM,2025-06-02,2025-07-22,,\n" + OURS
                        + ",TERM,2025-09-03,2025-10-24,,\n" + OURS + ",TERM,2025-11-03,2025-12-19,,\n");
        StringBuilder pupils =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n");
        StringBuilder contacts = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,"
                        + "lives_with,court_order,do_not_contact,correspondence,address_withheld,address_1,town,postcode\n");
        for (int child = 1; child <= 9; child++) {
            pupils.append(OURS + ",PW" + child + ",Pagewell,Amira" + child + ",2013-05-01,2024-09-03\n");
            contacts.append(OURS + ",PW" + child + ",PM" + child + ",1,Ms,Nadia" + child
                    + ",Pagewell,Mother,Y,Y,N,N,Y,N,1 Mothers Lane,Hatfield,AL10 9AA\n");
            contacts.append(OURS + ",PW" + child + ",PF" + child + ",2,Mr,Omar" + child
                    + ",Pagewell,Father,Y,N,N,N,Y,N,2 Fathers Road,Hatfield,AL10 9BB\n");
        }
        send(port, "pupils", pupils.toString());
        send(port, "contacts", contacts.toString());
    }

    /** The school says that the contact's address is a secret within the family. */
    public static void withheld(int port, String pupilRef, String contactRef) throws Exception {
        send(
                port,
                "contacts",
                "school_urn,pupil_ref,contact_ref,surname,address_withheld\n"
                        + String.join(",", OURS, pupilRef, contactRef, "Pagewell", "Y") + "\n");
    }

    /** A case about that pupil that was referred. */
    public static CaseRef referred(Cases cases, Pupils pupils, String pupilRef) {
        return referred(cases, pupils, OURS, pupilRef);
    }

    static CaseRef referred(Cases cases, Pupils pupils, String urn, String pupilRef) {
        CaseRef ref = cases.open(
                        pupils.find(new Urn(urn), pupilRef)
                                .orElseThrow()
                                .enrolment()
                                .id(),
                        "A parent asked.",
                        "")
                .ref();
        cases.refer(ref, "The threshold is met.");
        return ref;
    }

    /** Names a parent of the pupil in the case. */
    public static ParentKey named(
            LiableParents parents, Contacts contacts, Pupils pupils, CaseRef ref, String pupilRef, String contactRef) {
        return named(parents, contacts, pupils, ref, OURS, pupilRef, contactRef);
    }

    static ParentKey named(
            LiableParents parents,
            Contacts contacts,
            Pupils pupils,
            CaseRef ref,
            String urn,
            String pupilRef,
            String contactRef) {
        var pupil = pupils.find(new Urn(urn), pupilRef).orElseThrow().pupil().id();
        var contact = contacts.of(pupil).stream()
                .filter(one -> one.contact().contactRef().equals(contactRef))
                .findFirst()
                .orElseThrow();
        String name = contact.contact().details().forename() + " "
                + contact.contact().details().surname();
        return parents.name(
                ref,
                new LiableParents.Named(
                        contact.contact().id(),
                        name,
                        "1 Mothers Lane\nHatfield",
                        contact.link().relationship(),
                        "Has parental responsibility and was told of the absence."));
    }

    private static void send(int port, String kind, String csv) {
        var answer = Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        if (answer.statusCode() != 200) {
            throw new AssertionError(kind + ": " + answer.body());
        }
    }
}
