package uk.daymark.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.letters.Letter.Fate;
import uk.daymark.letters.Letter.State;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;

/** The letters as they are stored: what they say is written once, only what became of them changes. */
@Component
class LetterStore {

    private static final String FROM =
            " from letter t join enrolment e on e.id = t.enrolment_id" + " join pupil p on p.id = e.pupil_id where ";
    private static final String SELECT = "select t.*, e.pupil_ref, p.legal_forename, p.legal_surname,"
            + " p.preferred_forename, p.preferred_surname" + FROM;
    private static final String OPEN = "t.state in ('PROPOSED', 'HELD')";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LetterStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A reference nobody has yet; others wait for theirs until the transaction ends. */
    String nextRef() {
        int year = LocalDate.now(clock).getYear();
        jdbc.update(
                "update letter_number set last_number = case when for_year = ? then last_number + 1 else 1 end,"
                        + " for_year = ? where id = 1",
                year,
                year);
        Integer number = jdbc.queryForObject("select last_number from letter_number where id = 1", Integer.class);
        return "L-%d-%05d".formatted(year, number);
    }

    void add(
            LetterAbout about,
            Recipient recipient,
            String ref,
            LetterDocument document,
            String figures,
            State state,
            List<String> holds) {
        jdbc.update(
                "insert into letter (ref, template, title, template_version, legal_warning, sender, school_urn, enrolment_id,"
                        + " process_key, case_ref, contact_id, recipient, address, email, html, plain_text, sha256,"
                        + " fingerprint, figures, holds, proposed_at, state, sent_how, sent_proof, why)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')",
                ref,
                about.template().name(),
                about.template().title(),
                about.template().version(),
                about.template().legalWarning(),
                about.order().sender().name(),
                about.school().urn().value(),
                about.enrolment().id().number(),
                about.order().key(),
                about.order().caseRef().orElse(null),
                recipient.contact().id().number(),
                recipient.name(),
                String.join("\n", recipient.address()),
                about.template().email() ? recipient.email() : "",
                document.html(),
                document.text(),
                document.sha256(),
                about.figures().fingerprint(),
                figures,
                String.join(" ", holds),
                clock.instant().atOffset(ZoneOffset.UTC),
                state.name());
    }

    /** Says what became of a letter that is still open; one that is not stays as it is. */
    void settle(Letter letter, Fate fate) {
        @Nullable
        Object[] values = {
            fate.state().name(),
            fate.by().orElse(null),
            fate.at().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
            fate.sentOn().orElse(null),
            fate.how(),
            fate.proof(),
            fate.why(),
            letter.id()
        };
        jdbc.update(
                "update letter set state = ?, decided_by = ?, decided_at = ?, sent_on = ?, sent_how = ?, sent_proof = ?, why = ?"
                        + " where id = ? and state in ('PROPOSED', 'HELD')",
                values);
    }

    Optional<Letter> find(String ref) {
        return jdbc.query(SELECT + "t.ref = ?", LetterStore::letter, ref).stream()
                .findFirst();
    }

    Optional<Letter> find(String ref, LetterReach reach) {
        ScopeSql schools = reach.sql();
        return jdbc
                .query(SELECT + "t.ref = ? and " + schools.condition(), LetterStore::letter, with(schools, ref))
                .stream()
                .findFirst();
    }

    /** Letters of a process key that may still be sent. */
    List<Letter> open(String key) {
        return jdbc.query(SELECT + OPEN + " and t.process_key = ? order by t.id", LetterStore::letter, key);
    }

    /** The same, written for one order: the template's own name, or a policy's variant of it. */
    List<Letter> open(String key, String template) {
        return open(key).stream()
                .filter(letter ->
                        letter.template().equals(template) || letter.template().endsWith("-" + template))
                .toList();
    }

    List<Letter> ofCase(String caseRef) {
        return jdbc.query(SELECT + "t.case_ref = ? order by t.id", LetterStore::letter, caseRef);
    }

    List<Letter> ofKey(String key) {
        return jdbc.query(SELECT + "t.process_key = ? order by t.id", LetterStore::letter, key);
    }

    /** The same letter sent last: to that parent where one is named, else to any. */
    Optional<Letter> lastSent(EnrolmentId enrolment, String template, Optional<ContactId> onlyTo) {
        return jdbc
                .query(
                        SELECT + "t.state in ('POSTED', 'EMAILED') and t.enrolment_id = ? and t.template = ?"
                                + " order by t.sent_on desc, t.id desc",
                        LetterStore::letter,
                        enrolment.number(),
                        template)
                .stream()
                .filter(letter ->
                        onlyTo.filter(one -> !one.equals(letter.contact())).isEmpty())
                .findFirst();
    }

    List<Letter> in(LetterReach reach, List<State> states, int from, int howMany) {
        ScopeSql schools = reach.sql();
        List<Object> values = new ArrayList<>(List.of(with(schools)));
        values.add(from);
        values.add(howMany);
        return jdbc.query(
                SELECT + in(states) + " and " + schools.condition()
                        + " order by t.id desc offset ? rows fetch next ? rows only",
                LetterStore::letter,
                values.toArray());
    }

    int count(LetterReach reach, List<State> states) {
        ScopeSql schools = reach.sql();
        Integer count = jdbc.queryForObject(
                "select count(*)" + FROM + in(states) + " and " + schools.condition(), Integer.class, with(schools));
        return count == null ? 0 : count;
    }

    void task(String taskId, String key, String template) {
        jdbc.update("insert into letter_task (task_id, process_key, template) values (?, ?, ?)", taskId, key, template);
    }

    Optional<String> templateOfTask(String taskId) {
        return jdbc
                .query("select template from letter_task where task_id = ?", (row, n) -> row.getString(1), taskId)
                .stream()
                .findFirst();
    }

    private static String in(List<State> states) {
        return states.stream()
                .map(state -> "'" + state.name() + "'")
                .collect(java.util.stream.Collectors.joining(", ", "t.state in (", ")"));
    }

    private static Object[] with(ScopeSql schools, Object... before) {
        return Stream.concat(Stream.of(before), schools.values().stream()).toArray();
    }

    static String pupilName(ResultSet row) throws SQLException {
        String forename = row.getString("preferred_forename");
        String surname = row.getString("preferred_surname");
        return ((forename.isBlank() ? row.getString("legal_forename") : forename) + " "
                        + (surname.isBlank() ? row.getString("legal_surname") : surname))
                .strip();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        String holds = row.getString("holds");
        return new Letter(
                row.getLong("id"),
                row.getString("ref"),
                row.getString("template"),
                row.getString("title"),
                row.getString("template_version"),
                row.getBoolean("legal_warning"),
                Sender.valueOf(row.getString("sender")),
                new Urn(row.getString("school_urn")),
                new EnrolmentId(row.getLong("enrolment_id")),
                row.getString("pupil_ref"),
                pupilName(row),
                row.getString("process_key"),
                Optional.ofNullable(row.getString("case_ref")),
                new ContactId(row.getLong("contact_id")),
                row.getString("recipient"),
                row.getString("address").lines().toList(),
                row.getString("email"),
                row.getString("html"),
                row.getString("plain_text"),
                row.getString("sha256"),
                row.getString("fingerprint"),
                row.getString("figures"),
                holds.isBlank() ? List.of() : List.of(holds.split(" ")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                new Fate(
                        State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("decided_by")),
                        instant(row, "decided_at"),
                        Optional.ofNullable(row.getObject("sent_on", LocalDate.class)),
                        row.getString("sent_how"),
                        row.getString("sent_proof"),
                        row.getString("why")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
