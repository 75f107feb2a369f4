package uk.daymark.enforcement.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.NoticeRate;
import uk.daymark.enforcement.Warning;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeBook;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.notice.IssueGathering.Gathered;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.people.Contact;

/**
 * Issues penalty notices. Whatever was checked before is checked again inside the transaction that issues, while nobody else can issue
 * about the same child. A machine never calls this by itself: the one who decides is the person who is signed in.
 */
@Service
public class Issuing {

    private final IssueRules rules;
    private final IssueGathering gathering;
    private final NoticeBook book;
    private final Parties parties;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Issuing(
            NoticeCheck check,
            IssueGathering gathering,
            NoticeBook book,
            Parties parties,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = new IssueRules(check);
        this.gathering = gathering;
        this.book = book;
        this.parties = parties;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What came of it: the notice, or all that stands against it.
     *
     * @param notice empty where nothing was issued
     * @param blocked empty where it was issued
     */
    public record Outcome(Optional<NoticeRef> notice, List<CheckedRule> blocked, List<Warning> warnings) {}

    /** Looks at every rule as things stand; issues nothing and writes nothing. */
    public IssueAnswer check(Proposal proposal, SignedIn decider) {
        return rules.check(proposal, gathering.gather(proposal, decider).facts());
    }

    /** The same before anybody decides: of who decides and why nothing is asked yet. */
    public IssueAnswer check(Proposal proposal) {
        return rules.check(proposal, gathering.gather(proposal).facts());
    }

    /** Issues the notice if every rule is kept at this moment. */
    public Outcome issue(Proposal proposal, SignedIn decider) {
        try {
            Outcome outcome = transaction.execute(status -> issueNow(proposal, decider));
            return Objects.requireNonNull(outcome);
        } catch (DataIntegrityViolationException refused) {
            return new Outcome(
                    Optional.empty(),
                    List.of(IssueRules.rule(
                            "ISSUED_MEANWHILE",
                            "A notice to this parent for this child was issued at the same moment.",
                            "The ledger: a session and a place among the notices allowed are taken once",
                            "Look at the ledger and check again.")),
                    List.of());
        }
    }

    private Outcome issueNow(Proposal proposal, SignedIn decider) {
        book.hold(proposal.pupil());
        Gathered gathered = gathering.gather(proposal, decider);
        IssueAnswer answer = rules.check(proposal, gathered.facts());
        if (!answer.allowed()) {
            return new Outcome(Optional.empty(), answer.blocked(), answer.warnings());
        }
        LocalDate today = LocalDate.now(clock);
        NoticeRef ref = book.nextRef(today.getYear());
        PartyId party = parties.orNew(gathered.contact());
        Set<PartyId> person = parties.same(party);
        book.enter(
                notice(ref, proposal, gathered, answer.terms(), party, decider),
                person,
                answer.terms().lookbackFrom());
        String what = "Penalty notice " + ref + " was issued to " + name(gathered.contact()) + ".";
        String rule = gathered.facts().policy().name() + " "
                + gathered.facts().policy().version();
        journal.write(Entry.of(ref.value(), "NOTICE", what, proposal.reason()).under(rule));
        proposal.caseRef()
                .map(CaseRef::value)
                .ifPresent(caseRef -> journal.write(
                        Entry.of(caseRef, "NOTICE", what, proposal.reason()).under(rule)));
        return new Outcome(Optional.of(ref), List.of(), answer.warnings());
    }

    private Notice notice(
            NoticeRef ref, Proposal proposal, Gathered gathered, NoticeAnswer terms, PartyId party, SignedIn decider) {
        return new Notice(
                ref,
                proposal.pupil(),
                party,
                Optional.of(gathered.contact().id()),
                Notice.Kind.valueOf(proposal.kind().name()),
                Notice.Origin.ISSUED,
                name(gathered.contact()),
                gathered.school().authority(),
                gathered.school().authority(),
                Optional.of(gathered.school().urn()),
                gathered.school().name(),
                proposal.caseRef().map(CaseRef::value),
                proposal.offence(),
                terms.rate().map(NoticeRate::name).orElseThrow(),
                terms.discounted().map(Money::pounds),
                terms.full().map(Money::pounds),
                LocalDate.now(clock),
                decider.userName(),
                clock.instant(),
                sentence(proposal.reason()) + " Liable because: " + sentence(proposal.liability()),
                Optional.empty(),
                terms.prosecuteBy().safe(),
                terms.prosecuteBy().outer(),
                gathered.facts().policy().name(),
                gathered.facts().policy().version(),
                "",
                "",
                IssueRules.firm(proposal, gathered.facts()),
                1);
    }

    /** What somebody wrote, with a full stop where it ends with none. */
    private static String sentence(String written) {
        String words = written.strip();
        return words.isEmpty() || ".!?".indexOf(words.charAt(words.length() - 1)) >= 0 ? words : words + ".";
    }

    private static String name(Contact contact) {
        Contact.Details details = contact.details();
        return (details.title() + " " + details.forename() + " " + details.surname())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
