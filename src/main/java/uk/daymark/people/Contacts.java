package uk.daymark.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Parents, carers and other contacts, and what each is to each pupil. */
@Component
public class Contacts {

    private static final String CONTACT =
            "c.id, c.school_urn, c.contact_ref, c.title, c.forename, c.surname, c.mobile, c.home_phone, c.work_phone,"
                    + " c.email, c.preferred_channel, c.address_1, c.address_2, c.town, c.postcode, c.address_withheld";
    private static final String LINK =
            "l.pupil_id, l.contact_id, l.priority, l.relationship, l.parental_responsibility, l.lives_with,"
                    + " l.court_order, l.do_not_contact, l.correspondence, l.contact_language";

    private final JdbcTemplate jdbc;

    Contacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A contact with what they are to one pupil.
     *
     * @param contact the person
     * @param link what the person is to the pupil
     */
    public record OfPupil(Contact contact, Contact.Link link) {}

    /**
     * What one contact is to one pupil.
     *
     * @param pupil the pupil
     * @param contact the contact
     * @param link what the contact is to the pupil
     */
    public record Linked(PupilId pupil, ContactId contact, Contact.Link link) {}

    /** A pupil's contacts in the order to ring them; those without a place come last. */
    public List<OfPupil> of(PupilId pupil) {
        return jdbc.query(
                "select " + CONTACT + ", " + LINK + " from pupil_contact l join contact c on c.id = l.contact_id"
                        + " where l.pupil_id = ? order by coalesce(l.priority, 1000000), c.id",
                (row, number) -> new OfPupil(contact(row, number), link(row)),
                pupil.number());
    }

    /** Whether a contact's address must not be shown to any other person of the family. */
    public boolean addressWithheld(ContactId contact) {
        return !jdbc.queryForList(
                        "select c.id from contact c where c.id = ? and c.address_withheld",
                        Long.class,
                        contact.number())
                .isEmpty();
    }

    /** All contacts that a school gave. */
    public List<Contact> ofSchool(Urn school) {
        return jdbc.query(
                "select " + CONTACT + " from contact c where c.school_urn = ?", Contacts::contact, school.value());
    }

    /** What each contact that a school gave is to each pupil. */
    public List<Linked> linksOfSchool(Urn school) {
        return jdbc.query(
                "select " + LINK + " from pupil_contact l join contact c on c.id = l.contact_id where c.school_urn = ?",
                (row, number) -> new Linked(
                        new PupilId(row.getLong("pupil_id")), new ContactId(row.getLong("contact_id")), link(row)),
                school.value());
    }

    /** Adds contacts. */
    public void add(Collection<Contact> contacts) {
        jdbc.batchUpdate(
                "insert into contact (title, forename, surname, mobile, home_phone, work_phone, email, preferred_channel,"
                        + " address_1, address_2, town, postcode, address_withheld, school_urn, contact_ref, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                contacts.stream().map(Contacts::values).toList());
    }

    /** Gives known contacts new particulars. */
    public void change(Collection<Contact> contacts) {
        jdbc.batchUpdate(
                "update contact set title = ?, forename = ?, surname = ?, mobile = ?, home_phone = ?, work_phone = ?,"
                        + " email = ?, preferred_channel = ?, address_1 = ?, address_2 = ?, town = ?, postcode = ?,"
                        + " address_withheld = ? where school_urn = ? and contact_ref = ? and id = ?",
                contacts.stream().map(Contacts::values).toList());
    }

    /** Says of contacts what they are to pupils for whom nothing was said yet. */
    public void link(Collection<Linked> links) {
        jdbc.batchUpdate(
                "insert into pupil_contact (priority, relationship, parental_responsibility, lives_with, court_order,"
                        + " do_not_contact, correspondence, contact_language, pupil_id, contact_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                links.stream().map(Contacts::values).toList());
    }

    /** Changes what contacts are to pupils. */
    public void changeLinks(Collection<Linked> links) {
        jdbc.batchUpdate(
                "update pupil_contact set priority = ?, relationship = ?, parental_responsibility = ?, lives_with = ?,"
                        + " court_order = ?, do_not_contact = ?, correspondence = ?, contact_language = ?"
                        + " where pupil_id = ? and contact_id = ?",
                links.stream().map(Contacts::values).toList());
    }

    private static Object[] values(Contact contact) {
        Contact.Details details = contact.details();
        return new Object[] {
            details.title(),
            details.forename(),
            details.surname(),
            details.mobile(),
            details.homePhone(),
            details.workPhone(),
            details.email(),
            details.preferredChannel(),
            details.address1(),
            details.address2(),
            details.town(),
            details.postcode(),
            details.addressWithheld(),
            contact.school().value(),
            contact.contactRef(),
            contact.id().number()
        };
    }

    private static Object[] values(Linked linked) {
        Contact.Link link = linked.link();
        return new Object[] {
            Sql.orNull(link.priority()),
            link.relationship(),
            link.parentalResponsibility(),
            link.livesWith(),
            link.courtOrder(),
            link.doNotContact(),
            link.correspondence(),
            link.language(),
            linked.pupil().number(),
            linked.contact().number()
        };
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new ContactId(row.getLong("id")),
                new Urn(row.getString("school_urn")),
                row.getString("contact_ref"),
                new Contact.Details(
                        row.getString("title"),
                        row.getString("forename"),
                        row.getString("surname"),
                        row.getString("mobile"),
                        row.getString("home_phone"),
                        row.getString("work_phone"),
                        row.getString("email"),
                        row.getString("preferred_channel"),
                        row.getString("address_1"),
                        row.getString("address_2"),
                        row.getString("town"),
                        row.getString("postcode"),
                        row.getBoolean("address_withheld")));
    }

    private static Contact.Link link(ResultSet row) throws SQLException {
        return new Contact.Link(
                Optional.ofNullable(row.getObject("priority", Integer.class)),
                row.getString("relationship"),
                row.getBoolean("parental_responsibility"),
                row.getBoolean("lives_with"),
                row.getBoolean("court_order"),
                row.getBoolean("do_not_contact"),
                row.getBoolean("correspondence"),
                row.getString("contact_language"));
    }
}
