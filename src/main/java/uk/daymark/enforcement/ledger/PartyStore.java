package uk.daymark.enforcement.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import uk.daymark.enforcement.ledger.Parties.Answer;
import uk.daymark.enforcement.ledger.Parties.Link;
import uk.daymark.journal.Who;
import uk.daymark.people.ContactId;

/** The people of the ledger in the database, with the contacts that stand as them and what was said of who they are. */
@Repository
class PartyStore {

    private final JdbcTemplate jdbc;
    private final Who who;
    private final Clock clock;

    PartyStore(JdbcTemplate jdbc, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.who = who;
        this.clock = clock;
    }

    /** The person as whom a contact stands. */
    Optional<PartyId> of(ContactId contact) {
        return jdbc
                .query(
                        "select party_id from party_contact where contact_id = ? and stands",
                        (row, number) -> new PartyId(row.getLong(1)),
                        contact.number())
                .stream()
                .findFirst();
    }

    /** A new person. */
    PartyId add(String knownAs) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into ledger_party (known_as, noted_by, noted_at) values (?, ?, ?)",
                            new String[] {"id"});
                    insert.setString(1, knownAs);
                    insert.setString(2, who.userName());
                    insert.setObject(3, now());
                    return insert;
                },
                key);
        return new PartyId(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** The name under which the person first stood in the ledger; empty text where there is no such person. */
    String knownAs(PartyId party) {
        return jdbc
                .queryForList("select known_as from ledger_party where id = ?", String.class, party.number())
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Every link of a contact, undone ones among them. */
    List<Link> linksOf(ContactId contact) {
        return jdbc.query(
                "select * from party_contact where contact_id = ? order by id", PartyStore::link, contact.number());
    }

    /** The link of that number, while it stands. */
    Optional<Link> standing(long link) {
        return jdbc.query("select * from party_contact where id = ? and stands", PartyStore::link, link).stream()
                .findFirst();
    }

    /** From now on the link does not stand. */
    void undo(long link, String why) {
        jdbc.update(
                "update party_contact set stands = null, undone_by = ?, undone_at = ?, undone_why = ? where id = ?",
                who.userName(),
                now(),
                why,
                link);
    }

    /** Writes what was said of two people; what was said before does not stand any more. */
    void answer(PartyId smaller, PartyId larger, boolean same, String why) {
        jdbc.update(
                "update party_answer set stands = null, undone_by = ?, undone_at = ?, undone_why = ?"
                        + " where party_id = ? and other_id = ? and stands",
                who.userName(),
                now(),
                why,
                smaller.number(),
                larger.number());
        jdbc.update(
                "insert into party_answer (party_id, other_id, same_person, why, answered_by, answered_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                smaller.number(),
                larger.number(),
                same,
                why,
                who.userName(),
                now());
    }

    /** The school of each contact that stands as one of them. */
    List<String> schools(Set<PartyId> parties) {
        List<String> schools = new ArrayList<>();
        for (PartyId party : parties) {
            schools.addAll(jdbc.queryForList(
                    "select c.school_urn from party_contact l join contact c on c.id = l.contact_id"
                            + " where l.party_id = ? and l.stands",
                    String.class,
                    party.number()));
        }
        return schools;
    }

    /** What stands of what was said of this person and others. */
    List<Answer> answers(PartyId party) {
        return jdbc.query(
                "select * from party_answer where stands and (party_id = ? or other_id = ?) order by id",
                (row, number) -> new Answer(
                        row.getLong("id"),
                        new PartyId(row.getLong("party_id")),
                        new PartyId(row.getLong("other_id")),
                        row.getBoolean("same_person"),
                        row.getString("why"),
                        row.getString("answered_by"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()),
                party.number(),
                party.number());
    }

    /** The notices to this person alone, by their references. */
    List<String> noticesTo(PartyId party) {
        return jdbc.queryForList(
                "select ref from penalty_notice where party_id = ? order by ref", String.class, party.number());
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("id"),
                new PartyId(row.getLong("party_id")),
                new ContactId(row.getLong("contact_id")),
                row.getString("why"),
                row.getString("linked_by"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("undone_why")));
    }

    /** The contact stands as this person from now on. */
    void connect(PartyId party, ContactId contact, String why) {
        jdbc.update(
                "insert into party_contact (party_id, contact_id, why, linked_by, linked_at) values (?, ?, ?, ?, ?)",
                party.number(),
                contact.number(),
                why,
                who.userName(),
                now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
