package uk.daymark.firstday;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;

/** The rounds of first-day contact in the database. Numbers are given out under the register's lock, which every opening holds. */
@Component
class Rounds {

    private static final String SELECT =
            "select r.ref, r.school_urn, r.opened_on, r.asked_about, r.asked_contact, r.confirming, r.missing_since, r.message_on,"
                    + " r.visited_on, r.closed_at from contact_round r ";

    private static final int LONGEST_REASON = 500;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Rounds(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a round and gives it its reference. */
    String open(Urn school, Collection<EnrolmentId> pupils) {
        LocalDate today = LocalDate.now(clock);
        Integer last = jdbc.queryForObject(
                "select max(number_in_year) from contact_round where year_of = ?", Integer.class, today.getYear());
        int number = last == null ? 1 : last + 1;
        String ref = String.format(Locale.ROOT, "R-%d-%05d", today.getYear(), number);
        jdbc.update(
                "insert into contact_round (ref, year_of, number_in_year, school_urn, opened_on, asked_about, confirming)"
                        + " values (?, ?, ?, ?, ?, '', '')",
                ref,
                today.getYear(),
                number,
                school.value(),
                today);
        pupils.forEach(pupil -> join(ref, pupil));
        return ref;
    }

    /** Adds a pupil to a round. */
    void join(String ref, EnrolmentId pupil) {
        jdbc.update(
                "insert into contact_round_pupil (round_ref, enrolment_id, since) values (?, ?, ?)",
                ref,
                pupil.number(),
                LocalDate.now(clock));
    }

    /** @throws IllegalStateException where there is none of that reference */
    Round get(String ref) {
        return find(ref).orElseThrow(() -> new IllegalStateException("There is no contact round " + ref));
    }

    Optional<Round> find(String ref) {
        return jdbc.query(SELECT + "where r.ref = ?", this::round, ref).stream().findFirst();
    }

    /** The open rounds of a school, the oldest first. */
    List<Round> openAt(Urn school) {
        return jdbc.query(
                SELECT + "where r.school_urn = ? and r.closed_at is null order by r.ref", this::round, school.value());
    }

    /** The open rounds in scope, by school and reference. */
    List<Round> open(Scope scope) {
        ScopeSql schools = ScopeSql.of(scope, "r.school_urn");
        String open = "where r.closed_at is null and " + schools.condition();
        Object[] values = schools.values().toArray();
        Map<String, List<EnrolmentId>> pupils = new HashMap<>();
        jdbc.query(
                "select p.round_ref, p.enrolment_id from contact_round_pupil p join contact_round r on r.ref = p.round_ref "
                        + open + " order by p.enrolment_id",
                (RowCallbackHandler) row -> pupils.computeIfAbsent(row.getString(1), ref -> new ArrayList<>())
                        .add(new EnrolmentId(row.getLong(2))),
                values);
        return jdbc.query(
                SELECT + open + " order by r.school_urn, r.ref",
                (row, number) -> round(row, List.copyOf(pupils.getOrDefault(row.getString("ref"), List.of()))),
                values);
    }

    /** Whom the next call is about, and who is rung. */
    void asks(String ref, Collection<EnrolmentId> pupils, Optional<ContactId> contact) {
        jdbc.update(
                "update contact_round set asked_about = ?, asked_contact = ? where ref = ?",
                pupils.stream().map(pupil -> String.valueOf(pupil.number())).collect(Collectors.joining(" ")),
                contact.map(ContactId::number).orElse(null),
                ref);
    }

    /** Which sessions the lead is asked about. */
    void confirms(String ref, String sessions) {
        jdbc.update("update contact_round set confirming = ? where ref = ?", sessions, ref);
    }

    /** Since when a pupil is looked for; empty once found. */
    void missing(String ref, Optional<Instant> since) {
        jdbc.update(
                "update contact_round set missing_since = ? where ref = ?",
                since.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null),
                ref);
    }

    void messageSent(String ref) {
        jdbc.update("update contact_round set message_on = ? where ref = ?", LocalDate.now(clock), ref);
    }

    void visitDecided(String ref) {
        jdbc.update("update contact_round set visited_on = ? where ref = ?", LocalDate.now(clock), ref);
    }

    /** Closes it, if it is not closed. */
    void close(String ref, String because) {
        jdbc.update(
                "update contact_round set closed_at = ?, closed_because = ?, asked_about = '', asked_contact = null, confirming = ''"
                        + " where ref = ? and closed_at is null",
                clock.instant().atOffset(ZoneOffset.UTC),
                because.length() > LONGEST_REASON ? because.substring(0, LONGEST_REASON) : because,
                ref);
    }

    void reopen(String ref) {
        jdbc.update(
                "update contact_round set closed_at = null, closed_because = null, missing_since = null where ref = ?",
                ref);
    }

    private Round round(ResultSet row, int number) throws SQLException {
        return round(
                row,
                jdbc.query(
                        "select enrolment_id from contact_round_pupil where round_ref = ? order by enrolment_id",
                        (one, n) -> new EnrolmentId(one.getLong(1)),
                        row.getString("ref")));
    }

    private static Round round(ResultSet row, List<EnrolmentId> pupils) throws SQLException {
        return new Round(
                row.getString("ref"),
                new Urn(row.getString("school_urn")),
                row.getObject("opened_on", LocalDate.class),
                Arrays.stream(row.getString("asked_about").split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> new EnrolmentId(Long.parseLong(text)))
                        .toList(),
                Optional.ofNullable(row.getObject("asked_contact", Long.class)).map(ContactId::new),
                row.getString("confirming"),
                Optional.ofNullable(row.getObject("missing_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("message_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("visited_on", LocalDate.class)),
                pupils,
                row.getObject("closed_at") == null);
    }
}
