package uk.daymark.register.reading;

import static uk.daymark.register.reading.Column.*;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which columns each kind of file has, which of them it cannot do without, and by which other names they are known. */
final class Columns {

    /** The ten cells of a week, Monday morning to Friday afternoon. */
    static final List<Column> WEEK =
            List.of(MON_AM, MON_PM, TUE_AM, TUE_PM, WED_AM, WED_PM, THU_AM, THU_PM, FRI_AM, FRI_PM);

    private static final Set<Column> DATES = Collections.unmodifiableSet(
            EnumSet.of(DATE, WEEK_BEGINNING, DATE_OF_BIRTH, ON_ROLL_FROM, LEAVING_DATE, FROM, TO));

    private static final Map<FileKind, Set<Column>> KNOWN = new EnumMap<>(FileKind.class);
    private static final Map<FileKind, Set<Column>> REQUIRED = new EnumMap<>(FileKind.class);
    private static final Map<FileKind, Map<String, Column>> NAMES = new EnumMap<>(FileKind.class);

    static {
        know(FileKind.SCHOOLS, EnumSet.range(SCHOOL_URN, REGISTER_CLOSES_PM), EnumSet.of(SCHOOL_URN, NAME));
        know(
                FileKind.CALENDAR,
                EnumSet.of(SCHOOL_URN, KIND, FROM, TO, SESSION, REASON),
                EnumSet.of(SCHOOL_URN, KIND, FROM, TO));

        EnumSet<Column> pupils = EnumSet.range(PUPIL_REF, FREE_MEALS);
        pupils.add(SCHOOL_URN);
        know(FileKind.PUPILS, pupils, EnumSet.of(SCHOOL_URN, PUPIL_REF, LEGAL_SURNAME));

        EnumSet<Column> contacts = EnumSet.range(CONTACT_REF, CORRESPONDENCE);
        contacts.addAll(EnumSet.of(SCHOOL_URN, PUPIL_REF, LANGUAGE));
        know(FileKind.CONTACTS, contacts, EnumSet.of(SCHOOL_URN, PUPIL_REF, CONTACT_REF, SURNAME));

        EnumSet<Column> marks = EnumSet.range(DATE, AMENDED_FROM);
        marks.addAll(EnumSet.of(SCHOOL_URN, PUPIL_REF));
        know(FileKind.MARKS, marks, EnumSet.of(SCHOOL_URN, PUPIL_REF, DATE, SESSION, CODE));

        EnumSet<Column> weeks = EnumSet.range(WEEK_BEGINNING, FRI_PM);
        weeks.addAll(EnumSet.of(SCHOOL_URN, PUPIL_REF));
        know(FileKind.MARKS_WEEK, weeks, weeks);

        for (FileKind kind : FileKind.values()) {
            also(kind, SCHOOL_URN, "urn");
        }
        for (FileKind kind : List.of(FileKind.PUPILS, FileKind.MARKS, FileKind.MARKS_WEEK)) {
            // In a file of contacts a bare "ID" may be the pupil's or the contact's, so there it needs a known layout.
            also(kind, PUPIL_REF, "id", "misid");
        }
        for (FileKind kind : List.of(FileKind.PUPILS, FileKind.CONTACTS, FileKind.MARKS, FileKind.MARKS_WEEK)) {
            also(kind, PUPIL_REF, "studentid", "pupilid", "admissionnumber", "adno");
        }
        also(FileKind.PUPILS, LEGAL_SURNAME, "surname", "lastname", "lastnamelegal", "legallastname");
        also(FileKind.PUPILS, LEGAL_FORENAME, "forename", "firstname", "firstnamelegal", "legalfirstname");
        also(FileKind.PUPILS, PREFERRED_SURNAME, "preferredlastname");
        also(FileKind.PUPILS, PREFERRED_FORENAME, "preferredfirstname");
        also(FileKind.PUPILS, DATE_OF_BIRTH, "dob", "dateofbirthdate");
        also(FileKind.PUPILS, SEX, "gender");
        also(FileKind.PUPILS, YEAR_GROUP, "ncyearactual", "yearcode", "ncyear");
        also(FileKind.PUPILS, FORM, "tutorgroup", "registrationgroup", "reg", "class", "classname");
        also(FileKind.CONTACTS, FORENAME, "firstname");
        also(FileKind.CONTACTS, SURNAME, "lastname");
        also(FileKind.CONTACTS, CONTACT_REF, "contactid");
        also(FileKind.CONTACTS, PRIORITY, "contactpriority", "emergencycontactpriority");
        also(FileKind.CONTACTS, PARENTAL_RESPONSIBILITY, "islegalguardian");
        also(FileKind.CONTACTS, LIVES_WITH, "liveswithpupil");
        also(FileKind.CONTACTS, EMAIL, "contacthomeemail", "primaryemail");
        also(FileKind.CONTACTS, MOBILE, "mobilenumber");
        also(FileKind.CONTACTS, HOME_PHONE, "maintelephone", "hometelephone");
        also(FileKind.MARKS, DATE, "sessiondate", "recorddate");
        also(FileKind.MARKS, SESSION, "sessionname");
        also(FileKind.MARKS, CODE, "mark", "attendancemark", "attendancecode");
        also(FileKind.MARKS, COMMENT, "comments");
        also(FileKind.MARKS_WEEK, WEEK_BEGINNING, "weekcommencing");
        String[] days = {"monday", "tuesday", "wednesday", "thursday", "friday"};
        for (int cell = 0; cell < WEEK.size(); cell++) {
            also(FileKind.MARKS_WEEK, WEEK.get(cell), days[cell / 2] + (cell % 2 == 0 ? "am" : "pm"));
        }
    }

    private Columns() {}

    /** The columns a file of this kind may have. */
    static Set<Column> known(FileKind kind) {
        return KNOWN.getOrDefault(kind, Set.of());
    }

    /** The columns a file of this kind must have; a school may come from outside the file instead. */
    static Set<Column> required(FileKind kind) {
        return REQUIRED.getOrDefault(kind, Set.of());
    }

    /** Whether dates stand in this column. */
    static boolean holdsDates(Column column) {
        return DATES.contains(column);
    }

    /** The column known by that name, as {@link HeaderName#folded} gives it, in a file of this kind. */
    static Optional<Column> named(FileKind kind, String folded) {
        return Optional.ofNullable(NAMES.getOrDefault(kind, Map.of()).get(folded));
    }

    private static void know(FileKind kind, Set<Column> known, Set<Column> required) {
        KNOWN.put(kind, Collections.unmodifiableSet(known));
        REQUIRED.put(kind, Collections.unmodifiableSet(required));
        Map<String, Column> names = new HashMap<>();
        known.forEach(column -> names.put(HeaderName.folded(column.title()), column));
        NAMES.put(kind, names);
    }

    private static void also(FileKind kind, Column column, String... names) {
        Map<String, Column> ofKind = NAMES.getOrDefault(kind, new HashMap<>());
        for (String name : names) {
            ofKind.put(name, column);
        }
    }
}
