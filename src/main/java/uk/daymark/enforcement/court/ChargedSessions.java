package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.ledger.ProsecutedSessions;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;

/** The sessions of proceedings that were begun. A prosecution that was withdrawn has charged nothing. */
@Component
class ChargedSessions implements ProsecutedSessions {

    private static final long NONE = 0;

    private final JdbcTemplate jdbc;
    private final Parties parties;

    ChargedSessions(JdbcTemplate jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    @Override
    public Set<Session> of(PupilId child, ContactId parent) {
        return besides(NONE, child, parent);
    }

    /** The same without those of one prosecution. */
    Set<Session> besides(long prosecution, PupilId child, ContactId parent) {
        Map<ContactId, Set<Session>> charged = new HashMap<>();
        jdbc.query(
                "select l.contact_id, s.on_date, s.half from prosecution p"
                        + " join liable_parent l on l.case_ref = p.case_ref and l.parent_number = p.parent_number"
                        + " join attendance_case c on c.ref = p.case_ref"
                        + " join prosecution_session s on s.prosecution_id = p.id"
                        + " where c.pupil_id = ? and p.begun_on is not null and p.id <> ?"
                        + " and (p.result is null or p.result <> 'WITHDRAWN')",
                row -> {
                    charged.computeIfAbsent(new ContactId(row.getLong("contact_id")), contact -> new HashSet<>())
                            .add(new Session(
                                    row.getObject("on_date", LocalDate.class), Half.valueOf(row.getString("half"))));
                },
                child.number(),
                prosecution);
        Set<ContactId> same = samePerson(parent, charged.keySet());
        return charged.entrySet().stream()
                .filter(of -> same.contains(of.getKey()))
                .flatMap(of -> of.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** Those contacts that are this parent; who they are is asked once for each. */
    private Set<ContactId> samePerson(ContactId parent, Set<ContactId> contacts) {
        if (contacts.stream().allMatch(parent::equals)) {
            return contacts;
        }
        Set<PartyId> person = person(parent);
        return contacts.stream()
                .filter(contact ->
                        contact.equals(parent) || person(contact).stream().anyMatch(person::contains))
                .collect(Collectors.toSet());
    }

    private Set<PartyId> person(ContactId contact) {
        return parties.of(contact).map(parties::same).orElse(Set.of());
    }
}
