package uk.daymark.enforcement.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Urn;

/** Notices and their sessions as rows of the database have them. */
final class NoticeRows {

    private NoticeRows() {}

    /** A row of {@code notice_session}. */
    static MarkedSession session(ResultSet row) throws SQLException {
        return new MarkedSession(
                new Session(row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half"))),
                AttendanceCode.ofToken(row.getString("code")).orElseThrow());
    }

    /** A row of {@code penalty_notice}, with its sessions. */
    static Notice notice(ResultSet row, List<MarkedSession> sessions) throws SQLException {
        Optional<LocalDate> postedOn = day(row, "posted_on");
        Optional<PaymentClock> clock = postedOn.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaymentClock(
                        postedOn.get(),
                        row.getObject("deemed_on", LocalDate.class),
                        day(row, "discounted_until"),
                        row.getObject("full_until", LocalDate.class)));
        return new Notice(
                new NoticeRef(row.getString("ref")),
                new PupilId(row.getLong("pupil_id")),
                new PartyId(row.getLong("party_id")),
                number(row, "contact_id").map(ContactId::new),
                Notice.Kind.valueOf(row.getString("kind")),
                Notice.Origin.valueOf(row.getString("origin")),
                row.getString("parent_name"),
                row.getString("kept_by"),
                row.getString("issuer"),
                Optional.ofNullable(row.getString("school_urn")).map(Urn::new),
                row.getString("school_name"),
                Optional.ofNullable(row.getString("case_ref")),
                new DateRange(
                        row.getObject("offence_from", LocalDate.class), row.getObject("offence_to", LocalDate.class)),
                row.getString("rate"),
                number(row, "discounted_pence").map(Money::new),
                number(row, "full_pence").map(Money::new),
                row.getObject("issued_on", LocalDate.class),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_why"),
                clock,
                row.getObject("prosecute_safe", LocalDate.class),
                row.getObject("prosecute_outer", LocalDate.class),
                row.getString("policy_name"),
                row.getString("policy_version"),
                row.getString("source"),
                row.getString("told_by"),
                sessions,
                row.getLong("version"));
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** A value as a statement takes it. */
    static <T> @Nullable T orNull(Optional<T> something) {
        return something.orElse(null);
    }
}
