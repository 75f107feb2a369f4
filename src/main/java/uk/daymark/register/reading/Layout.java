package uk.daymark.register.reading;

import static uk.daymark.register.reading.Column.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A layout that a school's system exports, known by columns that stand together nowhere else.
 *
 * @param name the layout in words, for people
 * @param kind what such a file holds
 * @param signs the columns by which it is known, folded: all of them must be there
 * @param names what its columns mean where that is not what their names mean elsewhere, folded
 * @param unused columns that are known and not needed, so that nobody is warned of them, folded
 */
record Layout(String name, FileKind kind, Set<String> signs, Map<String, Column> names, Set<String> unused) {

    private static final List<Layout> KNOWN = List.of(
            new Layout(
                    "SIMS session marks",
                    FileKind.MARKS,
                    Set.of("date", "id", "mark", "sessionname", "studentid"),
                    Map.of("studentid", PUPIL_REF),
                    Set.of("id")),
            new Layout(
                    "Bromcom pupil template",
                    FileKind.PUPILS,
                    Set.of("lastnamelegal", "firstnamelegal", "admissionnumber"),
                    Map.of("admissionnumber", PUPIL_REF),
                    Set.of()),
            new Layout(
                    "Arbor roll call records",
                    FileKind.MARKS,
                    Set.of("attendancerollcall", "recorddate", "student", "attendancemark"),
                    Map.of("student", PUPIL_REF, "attendancerollcall", SESSION),
                    Set.of("id", "sourceattendancerecord", "validationerror", "source")),
            new Layout(
                    "Arbor guardian relationships",
                    FileKind.CONTACTS,
                    Set.of("student", "guardian", "islegalguardian"),
                    Map.of(
                            "student", PUPIL_REF,
                            "guardian", CONTACT_REF,
                            "guardianfirstname", FORENAME,
                            "guardianlastname", SURNAME,
                            "relationshiptype", RELATIONSHIP,
                            "guardianpreferredcontactmethod", PREFERRED_CHANNEL,
                            "preferredcontactmethod", PREFERRED_CHANNEL),
                    Set.of("id", "isprimaryguardian", "unsubscribedfromcomms")),
            wondeMarks("attendancecode"),
            wondeMarks("employeeid"),
            new Layout(
                    "Wonde students",
                    FileKind.PUPILS,
                    Set.of("id", "upi"),
                    // Marks carry Wonde's id of the pupil, not the one of the school's system, so pupils are known by
                    // it too.
                    Map.of(
                            "id", PUPIL_REF,
                            "forename", PREFERRED_FORENAME,
                            "surname", PREFERRED_SURNAME,
                            "educationdetailsupn", UPN),
                    Set.of(
                            "upi",
                            "misid",
                            "initials",
                            "title",
                            "middlenames",
                            "dateofbirthtimezonetype",
                            "dateofbirthtimezone",
                            "createdat",
                            "updatedat",
                            "restoredat")),
            new Layout(
                    "Wonde contacts",
                    FileKind.CONTACTS,
                    Set.of("studentid", "id", "relationshippriority"),
                    wondeContacts(),
                    Set.of(
                            "misid",
                            "upi",
                            "relationshipbillpayer",
                            "relationshipemailbills",
                            "relationshipcopybills",
                            "relationshippupilreport",
                            "contactdetailsaddresseshomecountry")),
            new Layout(
                    "Assembly marks",
                    FileKind.MARKS,
                    Set.of("studentid", "registrationgroupid", "sessiondate", "sessionname", "attendancemark"),
                    Map.of("studentid", PUPIL_REF),
                    Set.of("id", "registrationgroupid")),
            new Layout(
                    "Assembly students",
                    FileKind.PUPILS,
                    Set.of("id", "formerupn", "pan"),
                    // As with Wonde, marks carry the interface's id of the pupil.
                    Map.of(
                            "id", PUPIL_REF,
                            "firstname", PREFERRED_FORENAME,
                            "lastname", PREFERRED_SURNAME,
                            "isfsm", FREE_MEALS,
                            "sencategory", SEN,
                            "incare", LOOKED_AFTER),
                    Set.of("formerupn", "misid", "pan", "ispp")));

    /** The layout with these columns, or empty where the columns speak for themselves. */
    static Optional<Layout> of(FileKind kind, Set<String> folded) {
        return KNOWN.stream()
                .filter(layout -> layout.kind == kind && folded.containsAll(layout.signs))
                .findFirst();
    }

    /** What the column means in this layout, or empty where it has no meaning to Daymark. */
    Optional<Column> meaning(String folded) {
        if (unused.contains(folded)) {
            return Optional.empty();
        }
        Column special = names.get(folded);
        return special == null ? Columns.named(kind, folded) : Optional.of(special);
    }

    private static Layout wondeMarks(String sign) {
        return new Layout(
                "Wonde session marks",
                FileKind.MARKS,
                Set.of("studentid", "date", "session", sign),
                Map.of("studentid", PUPIL_REF),
                Set.of("id", "misid", "employeeid", "attendancecodeid", "createdat", "updatedat"));
    }

    private static Map<String, Column> wondeContacts() {
        Map<String, Column> names = new HashMap<>();
        names.put("id", CONTACT_REF);
        names.put("studentid", PUPIL_REF);
        names.put("relationshippriority", PRIORITY);
        names.put("relationshiprelationship", RELATIONSHIP);
        names.put("relationshipparentalresponsibility", PARENTAL_RESPONSIBILITY);
        names.put("relationshipliveswithpupil", LIVES_WITH);
        names.put("relationshipcourtorder", COURT_ORDER);
        names.put("relationshipcorrespondence", CORRESPONDENCE);
        names.put("contactdetailsphonesmobile", MOBILE);
        names.put("contactdetailsphoneshome", HOME_PHONE);
        names.put("contactdetailsphonesphone", HOME_PHONE);
        names.put("contactdetailsphoneswork", WORK_PHONE);
        names.put("contactdetailsemailsprimary", EMAIL);
        names.put("contactdetailsemailsemail", EMAIL);
        names.put("contactdetailsemailshome", EMAIL);
        names.put("contactdetailsaddresseshomeapartment", ADDRESS_1);
        names.put("contactdetailsaddresseshomehousename", ADDRESS_1);
        names.put("contactdetailsaddresseshomehousenumber", ADDRESS_1);
        names.put("contactdetailsaddresseshomestreet", ADDRESS_1);
        names.put("contactdetailsaddresseshomedistrict", ADDRESS_2);
        names.put("contactdetailsaddresseshometown", TOWN);
        names.put("contactdetailsaddresseshomepostcode", POSTCODE);
        return names;
    }
}
