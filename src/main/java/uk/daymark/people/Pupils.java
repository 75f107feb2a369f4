package uk.daymark.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The pupils and their time on each school's roll. */
@Component
public class Pupils {

    private static final int AT_A_TIME = 500;

    private static final String ENROLMENT =
            "e.id as enrolment_id, e.pupil_id, e.school_urn, e.pupil_ref, e.on_roll_from, e.leaving_date, e.year_group,"
                    + " e.form_name, e.part_time, e.earlier_stays";
    private static final String PUPIL =
            "p.id, p.upn, p.legal_surname, p.legal_forename, p.preferred_surname, p.preferred_forename, p.date_of_birth,"
                    + " p.sex, p.home_language, p.sen, p.looked_after, p.child_protection, p.child_in_need, p.free_meals";
    static final String BOTH =
            "select " + ENROLMENT + ", " + PUPIL + " from enrolment e join pupil p on p.id = e.pupil_id";

    private final JdbcTemplate jdbc;

    Pupils(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A pupil with one of the schools that have or had them on roll.
     *
     * @param pupil the person
     * @param enrolment the time at that school
     */
    public record OnRoll(Pupil pupil, Enrolment enrolment) {}

    /** The pupil, or empty where there is none of that number. */
    public Optional<Pupil> find(PupilId id) {
        return jdbc.query("select " + PUPIL + " from pupil p where p.id = ?", Pupils::pupil, id.number()).stream()
                .findFirst();
    }

    /** One time on a school's roll, or empty where there is none of that number. */
    public Optional<Enrolment> enrolment(EnrolmentId id) {
        return jdbc
                .query("select " + ENROLMENT + " from enrolment e where e.id = ?", Pupils::enrolment, id.number())
                .stream()
                .findFirst();
    }

    /** These times on schools' rolls, by number, each with its pupil; what there is not is left out. */
    public Map<EnrolmentId, OnRoll> onRolls(Collection<EnrolmentId> ids) {
        Map<EnrolmentId, OnRoll> found = new HashMap<>();
        some(
                ids.stream().map(EnrolmentId::number).toList(),
                (places, values) -> jdbc.query(BOTH + " where e.id in " + places, Pupils::onRoll, values)
                        .forEach(one -> found.put(one.enrolment().id(), one)));
        return found;
    }

    /** A pupil's times on schools' rolls, in the order of the last coming. */
    public List<Enrolment> enrolments(PupilId id) {
        return jdbc.query(
                "select " + ENROLMENT + " from enrolment e where e.pupil_id = ?"
                        + " order by coalesce(e.on_roll_from, date '1900-01-01'), e.id",
                Pupils::enrolment,
                id.number());
    }

    /** One time on a school's roll, by the school's own reference. */
    public Optional<OnRoll> find(Urn school, String pupilRef) {
        return jdbc
                .query(BOTH + " where e.school_urn = ? and e.pupil_ref = ?", Pupils::onRoll, school.value(), pupilRef)
                .stream()
                .findFirst();
    }

    /** Everybody with that reference, at any school. */
    public List<OnRoll> withRef(String pupilRef) {
        return jdbc.query(BOTH + " where e.pupil_ref = ? order by e.school_urn", Pupils::onRoll, pupilRef);
    }

    /** Everybody who is or was on a school's roll, by reference. */
    public List<OnRoll> ofSchool(Urn school) {
        return jdbc.query(BOTH + " where e.school_urn = ? order by e.pupil_ref", Pupils::onRoll, school.value());
    }

    /** Every time on a school's roll, present or past. */
    public List<Enrolment> enrolmentsAt(Urn school) {
        return jdbc.query(
                "select " + ENROLMENT + " from enrolment e where e.school_urn = ?", Pupils::enrolment, school.value());
    }

    /** The pupils with these UPNs; UPNs that nobody has are left out. */
    public Map<String, Pupil> withUpns(Collection<String> upns) {
        Map<String, Pupil> found = new HashMap<>();
        List<String> all = List.copyOf(upns);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
            jdbc.query(
                            "select " + PUPIL + " from pupil p where p.upn in " + Sql.places(some),
                            Pupils::pupil,
                            some.toArray())
                    .forEach(pupil -> found.put(pupil.details().upn().orElseThrow(), pupil));
        }
        return found;
    }

    /** The pupils of these numbers, by number. */
    public Map<PupilId, Pupil> find(Collection<PupilId> ids) {
        Map<PupilId, Pupil> found = new HashMap<>();
        some(
                ids.stream().map(PupilId::number).toList(),
                (places, values) -> jdbc.query(
                                "select " + PUPIL + " from pupil p where p.id in " + places, Pupils::pupil, values)
                        .forEach(pupil -> found.put(pupil.id(), pupil)));
        return found;
    }

    /** These pupils' times on schools' rolls, each in the order of the last coming; a pupil without any is left out. */
    public Map<PupilId, List<Enrolment>> enrolments(Collection<PupilId> ids) {
        Map<PupilId, List<Enrolment>> found = new HashMap<>();
        some(
                ids.stream().map(PupilId::number).toList(),
                (places, values) -> jdbc.query(
                                "select " + ENROLMENT + " from enrolment e where e.pupil_id in " + places
                                        + " order by coalesce(e.on_roll_from, date '1900-01-01'), e.id",
                                Pupils::enrolment,
                                values)
                        .forEach(enrolment -> found.computeIfAbsent(enrolment.pupil(), pupil -> new ArrayList<>())
                                .add(enrolment)));
        return found;
    }

    /** For each of these pupils, the school roll that counts as theirs now: the one they came to last. */
    public Map<PupilId, EnrolmentId> lastEnrolments(Collection<PupilId> pupils) {
        Map<PupilId, EnrolmentId> last = new HashMap<>();
        enrolments(pupils)
                .forEach((pupil, all) -> last.put(pupil, all.get(all.size() - 1).id()));
        return last;
    }

    private static void some(List<Long> all, BiConsumer<String, Object[]> query) {
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
            query.accept(Sql.places(some), some.toArray());
        }
    }

    /** Adds pupils. */
    public void add(Collection<Pupil> pupils) {
        jdbc.batchUpdate(
                "insert into pupil (upn, legal_surname, legal_forename, preferred_surname, preferred_forename,"
                        + " date_of_birth, sex, home_language, sen, looked_after, child_protection, child_in_need,"
                        + " free_meals, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                pupils.stream().map(Pupils::values).toList());
    }

    /** Gives known pupils new particulars. */
    public void change(Collection<Pupil> pupils) {
        jdbc.batchUpdate(
                "update pupil set upn = ?, legal_surname = ?, legal_forename = ?, preferred_surname = ?,"
                        + " preferred_forename = ?, date_of_birth = ?, sex = ?, home_language = ?, sen = ?,"
                        + " looked_after = ?, child_protection = ?, child_in_need = ?, free_meals = ? where id = ?",
                pupils.stream().map(Pupils::values).toList());
    }

    /** Puts pupils on schools' rolls. */
    public void enrol(Collection<Enrolment> enrolments) {
        jdbc.batchUpdate(
                "insert into enrolment (on_roll_from, leaving_date, year_group, form_name, part_time, earlier_stays,"
                        + " id, pupil_id, school_urn, pupil_ref) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                enrolments.stream()
                        .map(enrolment -> {
                            List<Object> values = new ArrayList<>(Arrays.asList(values(enrolment)));
                            values.add(enrolment.pupil().number());
                            values.add(enrolment.school().value());
                            values.add(enrolment.pupilRef());
                            return values.toArray();
                        })
                        .toList());
    }

    /** Gives known enrolments new particulars. */
    public void changeEnrolments(Collection<Enrolment> enrolments) {
        jdbc.batchUpdate(
                "update enrolment set on_roll_from = ?, leaving_date = ?, year_group = ?, form_name = ?, part_time = ?,"
                        + " earlier_stays = ? where id = ?",
                enrolments.stream().map(Pupils::values).toList());
    }

    private static Object[] values(Pupil pupil) {
        Pupil.Details details = pupil.details();
        return new Object[] {
            Sql.orNull(details.upn()),
            details.legalSurname(),
            details.legalForename(),
            details.preferredSurname(),
            details.preferredForename(),
            Sql.orNull(details.dateOfBirth()),
            details.sex(),
            details.language(),
            details.sen(),
            details.lookedAfter(),
            details.childProtection(),
            details.childInNeed(),
            details.freeMeals(),
            pupil.id().number()
        };
    }

    private static Object[] values(Enrolment enrolment) {
        Enrolment.Details details = enrolment.details();
        return new Object[] {
            Sql.orNull(details.onRollFrom()),
            Sql.orNull(details.leavingDate()),
            details.yearGroup(),
            details.form(),
            details.partTime(),
            Stay.inColumn(enrolment.earlier()),
            enrolment.id().number()
        };
    }

    static OnRoll onRoll(ResultSet row, int number) throws SQLException {
        return new OnRoll(pupil(row, number), enrolment(row, number));
    }

    private static Pupil pupil(ResultSet row, int number) throws SQLException {
        return new Pupil(
                new PupilId(row.getLong("id")),
                new Pupil.Details(
                        Optional.ofNullable(row.getString("upn")),
                        row.getString("legal_surname"),
                        row.getString("legal_forename"),
                        row.getString("preferred_surname"),
                        row.getString("preferred_forename"),
                        Optional.ofNullable(row.getObject("date_of_birth", LocalDate.class)),
                        row.getString("sex"),
                        row.getString("home_language"),
                        row.getString("sen"),
                        row.getBoolean("looked_after"),
                        row.getBoolean("child_protection"),
                        row.getBoolean("child_in_need"),
                        row.getBoolean("free_meals")));
    }

    private static Enrolment enrolment(ResultSet row, int number) throws SQLException {
        return new Enrolment(
                new EnrolmentId(row.getLong("enrolment_id")),
                new PupilId(row.getLong("pupil_id")),
                new Urn(row.getString("school_urn")),
                row.getString("pupil_ref"),
                new Enrolment.Details(
                        Optional.ofNullable(row.getObject("on_roll_from", LocalDate.class)),
                        Optional.ofNullable(row.getObject("leaving_date", LocalDate.class)),
                        row.getString("year_group"),
                        row.getString("form_name"),
                        row.getBoolean("part_time")),
                Stay.ofColumn(row.getString("earlier_stays")));
    }
}
