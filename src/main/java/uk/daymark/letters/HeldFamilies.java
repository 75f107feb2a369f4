package uk.daymark.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.time.Dates;

/** Families to whom letters are held because a person said so: a bereavement, a hospital stay, an enquiry, a reply to be read. */
@Service
public class HeldFamilies {

    private static final String SELECT = "select h.id, h.enrolment_id, h.hold_kind, h.why, h.from_date, h.until_date,"
            + " h.set_by, e.school_urn, e.pupil_ref, p.legal_forename, p.legal_surname, p.preferred_forename,"
            + " p.preferred_surname from letter_hold h join enrolment e on e.id = h.enrolment_id"
            + " join pupil p on p.id = e.pupil_id where h.ended_at is null and ";

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final Who who;
    private final Clock clock;

    HeldFamilies(JdbcTemplate jdbc, Journal journal, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.who = who;
        this.clock = clock;
    }

    /** Why letters are held. */
    public enum Kind {
        BEREAVEMENT("Bereavement"),
        ILLNESS("Long illness or hospital"),
        SAFEGUARDING("Open safeguarding enquiry"),
        REPLY("A reply waiting to be read"),
        OTHER("Another reason");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A hold that stands.
     *
     * @param until the last day on which it holds; empty where it holds until it is lifted
     */
    public record Held(
            long id,
            EnrolmentId enrolment,
            String school,
            String pupilRef,
            String pupilName,
            Kind kind,
            String why,
            LocalDate from,
            Optional<LocalDate> until,
            String by) {}

    /** Holds letters to a pupil's family. */
    @Transactional
    public void hold(EnrolmentId enrolment, Kind kind, String why, Optional<LocalDate> until) {
        jdbc.update(
                "insert into letter_hold (enrolment_id, hold_kind, why, from_date, until_date, set_by, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                enrolment.number(),
                kind.name(),
                why,
                LocalDate.now(clock),
                until.orElse(null),
                who.userName(),
                clock.instant().atOffset(ZoneOffset.UTC));
        journal.write(Entry.of(
                subject(enrolment),
                "LETTER",
                "Letters to the family are held: " + kind.title()
                        + until.map(day -> ", until " + Dates.inWords(day)).orElse("") + ".",
                why));
    }

    /** Lifts a hold; one that was lifted already stays as it is. */
    @Transactional
    public void lift(Held held, String why) {
        int lifted = jdbc.update(
                "update letter_hold set ended_by = ?, ended_at = ?, ended_why = ? where id = ? and ended_at is null",
                who.userName(),
                clock.instant().atOffset(ZoneOffset.UTC),
                why,
                held.id());
        if (lifted > 0) {
            journal.write(
                    Entry.of(subject(held.enrolment()), "LETTER", "Letters to the family are no longer held.", why));
        }
    }

    /** The journal's subject for a family at a school: what it is told does not belong to a case. */
    private static String subject(EnrolmentId enrolment) {
        return "F-" + enrolment.number();
    }

    /** The holds on a pupil's family that stand on a day. */
    public List<Held> standing(EnrolmentId enrolment, LocalDate on) {
        return jdbc.query(
                SELECT + "h.enrolment_id = ? and (h.until_date is null or h.until_date >= ?) order by h.id",
                HeldFamilies::held,
                enrolment.number(),
                on);
    }

    /** Every hold that stands today in scope, the latest first. */
    public List<Held> in(Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "e.school_urn");
        List<Object> values = new ArrayList<>(List.of(LocalDate.now(clock)));
        values.addAll(schools.values());
        return jdbc.query(
                SELECT + "(h.until_date is null or h.until_date >= ?) and " + schools.condition()
                        + " order by h.id desc",
                HeldFamilies::held,
                values.toArray());
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getLong("id"),
                new EnrolmentId(row.getLong("enrolment_id")),
                row.getString("school_urn"),
                row.getString("pupil_ref"),
                LetterStore.pupilName(row),
                Kind.valueOf(row.getString("hold_kind")),
                row.getString("why"),
                row.getObject("from_date", LocalDate.class),
                Optional.ofNullable(row.getObject("until_date", LocalDate.class)),
                row.getString("set_by"));
    }
}
