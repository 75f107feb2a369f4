package uk.daymark.enforcement.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.measure.Session;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;

/** Puts notices into the ledger as they stand after issue, without the checks before it: for tests of what comes afterwards. */
public final class LedgerForTests {

    private final ApplicationContext context;

    public LedgerForTests(ApplicationContext context) {
        this.context = context;
    }

    /**
     * A first notice for five school days of absence up to the day, issued and posted on a day.
     *
     * @param place which place it takes
     */
    public NoticeRef issued(String urn, String pupilRef, String contactRef, String offenceTo, String on, int place) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status ->
                        issue(urn, pupilRef, contactRef, LocalDate.parse(offenceTo), LocalDate.parse(on), place));
    }

    private NoticeRef issue(String urn, String pupilRef, String contactRef, LocalDate to, LocalDate on, int place) {
        NoticeStore store = context.getBean(NoticeStore.class);
        var enrolled =
                context.getBean(Pupils.class).find(new Urn(urn), pupilRef).orElseThrow();
        var school = context.getBean(Schools.class).find(new Urn(urn)).orElseThrow();
        Contact contact = context.getBean(Contacts.class).of(enrolled.pupil().id()).stream()
                .map(Contacts.OfPupil::contact)
                .filter(one -> one.contactRef().equals(contactRef))
                .findFirst()
                .orElseThrow();
        DateRange offence = new DateRange(to.minusDays(4), to);
        ProsecutionLimit limit = ProsecutionLimit.of(offence, 6);
        NoticeRef ref = store.nextRef(on.getYear());
        store.add(
                new Notice(
                        ref,
                        enrolled.pupil().id(),
                        context.getBean(Parties.class).orNew(contact),
                        Optional.of(contact.id()),
                        Notice.Kind.ATTENDANCE,
                        Notice.Origin.ISSUED,
                        Parties.name(contact),
                        school.authority(),
                        school.authority(),
                        Optional.of(school.urn()),
                        school.name(),
                        Optional.empty(),
                        offence,
                        "FIRST",
                        Optional.of(Money.pounds(80)),
                        Optional.of(Money.pounds(160)),
                        on,
                        "panel",
                        Instant.parse(on + "T10:00:00Z"),
                        "The support offered was not taken up.",
                        Optional.empty(),
                        limit.safe(),
                        limit.outer(),
                        school.authority(),
                        "0",
                        "",
                        "",
                        offence.from()
                                .datesUntil(offence.to().plusDays(1))
                                .flatMap(day -> Stream.of(Half.values()).map(half -> new Session(day, half)))
                                .map(session -> new MarkedSession(session, AttendanceCode.O))
                                .toList(),
                        1),
                Optional.of(place));
        store.posted(ref, new PaymentClock(on, on.plusDays(2), Optional.of(on.plusDays(22)), on.plusDays(29)));
        return ref;
    }

    /** The numbers of the payments to an authority that hold money which went nowhere. */
    public List<Long> unmatched(String authority) {
        return context.getBean(PaymentStore.class).unmatched(authority).stream()
                .map(Payment::id)
                .toList();
    }
}
