package uk.daymark.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;

/** What was offered and done to help, by case. A correction stands in the place of the record it corrects, which is kept. */
@Service
public class Support {

    private static final String SELECT = "select s.id, s.case_ref, s.kind, s.offered_on, s.offered_how, s.response,"
            + " s.opened_on, s.with_whom, s.closed_on, s.reviews, s.last_reviewed_on, s.note, s.source, s.why,"
            + " s.recorded_by, s.recorded_at, s.corrects from case_support s where ";

    private static final String IN_ORDER =
            " order by coalesce(s.offered_on, s.opened_on, cast(s.recorded_at as date)), s.id";

    private final JdbcTemplate jdbc;
    private final Cases cases;
    private final Journal journal;
    private final Who who;
    private final Dates dates;
    private final Clock clock;

    Support(JdbcTemplate jdbc, Cases cases, Journal journal, Who who, Dates dates, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.journal = journal;
        this.who = who;
        this.dates = dates;
        this.clock = clock;
    }

    /** What is known of the support in a case. */
    public SupportFacts of(CaseRef ref) {
        return SupportFacts.of(jdbc.query(
                SELECT + "s.case_ref = ? and not exists (select 1 from case_support l where l.corrects = s.id)"
                        + IN_ORDER,
                Support::record,
                ref.value()));
    }

    /** Every record of a case, those in whose place another stands among them. */
    public List<SupportRecord> all(CaseRef ref) {
        return jdbc.query(SELECT + "s.case_ref = ?" + IN_ORDER, Support::record, ref.value());
    }

    /** A record, whatever has become of it. */
    public Optional<SupportRecord> find(long id) {
        return jdbc.query(SELECT + "s.id = ?", Support::record, id).stream().findFirst();
    }

    /** Records something that was offered or done. */
    public SupportRecord add(CaseRef ref, Details details, String why) {
        return cases.changing(ref, () -> {
            SupportRecord added = insert(ref, details, why, Optional.empty());
            journal.write(Entry.of(ref.value(), "SUPPORT", words(details), why).from(details.source()));
            return added;
        });
    }

    /**
     * Puts another record in a record's place; the one corrected is kept.
     *
     * @throws Conflict where another stands in its place already
     */
    public SupportRecord correct(SupportRecord wrong, Details details, String why) {
        return cases.changing(wrong.caseRef(), () -> corrected(wrong, details, why));
    }

    private SupportRecord corrected(SupportRecord wrong, Details details, String why) {
        if (of(wrong.caseRef()).records().stream().noneMatch(standing -> standing.id() == wrong.id())) {
            throw new Conflict("This record has been corrected already. Correct the record in its place.");
        }
        SupportRecord added = insert(wrong.caseRef(), details, why, Optional.of(wrong.id()));
        journal.write(Entry.of(wrong.caseRef().value(), "SUPPORT", "A record of support was corrected.", why)
                .changing(words(wrong.details()), words(details))
                .from(details.source()));
        return added;
    }

    private SupportRecord insert(CaseRef ref, Details details, String why, Optional<Long> corrects) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(connection -> inserting(connection, ref, details, why, corrects), key);
        return find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    private PreparedStatement inserting(
            Connection connection, CaseRef ref, Details details, String why, Optional<Long> corrects)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(
                "insert into case_support (case_ref, kind, offered_on, offered_how, response, opened_on, with_whom,"
                        + " closed_on, reviews, last_reviewed_on, note, source, why, recorded_by, recorded_at, corrects)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                new String[] {"id"});
        @Nullable
        Object[] values = {
            ref.value(),
            details.kind().name(),
            details.offeredOn().orElse(null),
            details.offeredHow(),
            details.response().name(),
            details.openedOn().orElse(null),
            details.withWhom(),
            details.closedOn().orElse(null),
            details.reviews().orElse(null),
            details.lastReviewedOn().orElse(null),
            details.note(),
            details.source(),
            why,
            who.userName(),
            clock.instant().atOffset(ZoneOffset.UTC),
            corrects.orElse(null)
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        return insert;
    }

    /** "Early help assessment: offered on 15 September 2025 by letter, accepted, open from 22 September 2025, with the family hub." */
    public String words(Details details) {
        StringBuilder words = new StringBuilder(details.kind().title()).append(':');
        details.offeredOn().ifPresent(day -> words.append(" offered on ").append(dates.day(day)));
        if (!details.offeredHow().isBlank()) {
            words.append(" by ").append(details.offeredHow());
        }
        if (details.offeredOn().isPresent()) {
            words.append(", ").append(details.response().title().toLowerCase(Locale.UK));
        }
        details.openedOn().ifPresent(day -> words.append(", open from ").append(dates.day(day)));
        details.closedOn().ifPresent(day -> words.append(", ended on ").append(dates.day(day)));
        if (!details.withWhom().isBlank()) {
            words.append(", with ").append(details.withWhom());
        }
        details.reviews().ifPresent(reviews -> words.append(", reviews: ").append(reviews));
        details.lastReviewedOn()
                .ifPresent(day -> words.append(", last reviewed on ").append(dates.day(day)));
        if (!details.note().isBlank()) {
            words.append(". ").append(details.note());
        }
        return words.toString().replace(":,", ":");
    }

    private static SupportRecord record(ResultSet row, int number) throws SQLException {
        long corrects = row.getLong("corrects");
        Optional<Long> corrected = row.wasNull() ? Optional.empty() : Optional.of(corrects);
        return new SupportRecord(
                row.getLong("id"),
                new CaseRef(row.getString("case_ref")),
                details(row),
                row.getString("why"),
                row.getString("recorded_by"),
                instant(row),
                corrected);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    private static Details details(ResultSet row) throws SQLException {
        return new Details(
                SupportKind.valueOf(row.getString("kind")),
                day(row, "offered_on"),
                row.getString("offered_how"),
                Response.valueOf(row.getString("response")),
                day(row, "opened_on"),
                row.getString("with_whom"),
                day(row, "closed_on"),
                Optional.ofNullable(row.getObject("reviews", Integer.class)),
                day(row, "last_reviewed_on"),
                row.getString("note"),
                row.getString("source"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
