package uk.daymark.enforcement.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.notice.NoticeBasis.Basis;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.time.Dates;
import uk.daymark.worklist.TaskHandler.Fact;

/** A notice before it is issued, for the person who decides. */
@Component
class IssueWords {

    private final Ledger ledger;
    private final Parties parties;
    private final Dates dates;

    IssueWords(Ledger ledger, Parties parties, Dates dates) {
        this.ledger = ledger;
        this.parties = parties;
        this.dates = dates;
    }

    /** Everything that is known, what stands against it first. */
    List<Fact> facts(ParentCase parent, Basis basis, Proposal proposal, IssueAnswer answer) {
        NoticeAnswer terms = answer.terms();
        List<Fact> facts = new ArrayList<>();
        facts.add(
                answer.allowed()
                        ? new Fact(
                                "Rules",
                                "Every rule is kept as things stand. They are looked at again when it is issued.")
                        : new Fact(
                                "Rules that stand against it",
                                answer.blocked().stream()
                                        .map(IssueWords::inFull)
                                        .collect(Collectors.joining("\n"))));
        if (!answer.warnings().isEmpty()) {
            facts.add(new Fact(
                    "To be weighed",
                    answer.warnings().stream()
                            .map(warning -> warning.message() + " Source: " + warning.source() + ".")
                            .collect(Collectors.joining("\n"))));
        }
        facts.add(new Fact(
                "Parent", parent.parent().name() + ", " + parent.parent().relation()));
        facts.add(new Fact("Address", parent.parent().address()));
        facts.add(new Fact("Why this parent is liable", parent.parent().liableBecause()));
        facts.add(new Fact("Amount", amount(terms)));
        facts.add(new Fact("If it is posted today", clock(terms)));
        facts.add(new Fact(
                "Last day to begin a prosecution",
                dates.day(terms.prosecuteBy().safe()) + " counted from the first session, "
                        + dates.day(terms.prosecuteBy().outer()) + " counted from the last"));
        facts.add(new Fact("Sessions it would rest on", sessions(proposal)));
        if (basis.used() > 0) {
            facts.add(new Fact(
                    "Left out",
                    basis.used() + " sessions on which another notice or a prosecution of this parent rests"));
        }
        facts.add(new Fact("Notices to this parent for this child", previous(parent, terms)));
        return facts;
    }

    /** What follows from issuing it. */
    List<Fact> consequences(ParentCase parent, Proposal proposal, IssueAnswer answer) {
        List<Fact> facts = new ArrayList<>();
        if (!answer.allowed()) {
            facts.add(new Fact(
                    "It will be refused as things stand",
                    answer.blocked().stream().map(IssueWords::inFull).collect(Collectors.joining("\n"))));
        }
        facts.add(new Fact(
                "Penalty notice to",
                parent.parent().name() + "\n" + parent.parent().address()));
        facts.add(new Fact("Amount", amount(answer.terms())));
        facts.add(new Fact("Posted on " + dates.day(proposal.postOn()), clock(answer.terms())));
        facts.add(new Fact(
                "For", proposal.sessions().size() + " sessions, which can serve no other notice to this parent"));
        return facts;
    }

    /** A rule that is not kept: what it says, where it stands, and what would change it. */
    static String inFull(CheckedRule rule) {
        return rule.message() + " (" + rule.code() + ") Source: " + rule.source() + ". What would change it: "
                + rule.whatWouldChangeThis()
                + rule.until().map(day -> " From " + day + " on.").orElse("");
    }

    private static String amount(NoticeAnswer terms) {
        return terms.full()
                .map(Money::pounds)
                .map(full -> terms.rate()
                                .map(rate -> switch (rate) {
                                    case FIRST -> "First notice: ";
                                    case SECOND -> "Second notice: ";
                                })
                                .orElse("")
                        + terms.discounted()
                                .map(Money::pounds)
                                .map(lower -> lower + ", later " + full)
                                .orElse(full + ", no lower amount"))
                .orElse("None can be given");
    }

    private String clock(NoticeAnswer terms) {
        return "Counts as received on " + dates.day(terms.deemedReceivedOn())
                + terms.discountedUntil()
                        .map(day -> "\nLower amount until " + dates.day(day) + ", that day included")
                        .orElse("")
                + "\nCan be paid until " + dates.day(terms.fullUntil()) + ", that day included";
    }

    private String sessions(Proposal proposal) {
        return proposal.sessions().isEmpty()
                ? "None"
                : proposal.sessions().size() + ":\n"
                        + proposal.sessions().stream().map(this::session).collect(Collectors.joining("\n"));
    }

    private String session(Session session) {
        return dates.weekday(session.date()) + (session.half() == Half.AM ? ", morning" : ", afternoon");
    }

    private String previous(ParentCase parent, NoticeAnswer terms) {
        Set<PartyId> person =
                parties.of(parent.parent().contact()).map(parties::same).orElse(Set.of());
        List<NoticeFile> notices = ledger.about(List.of(parent.file().pupil())).stream()
                .filter(file -> person.contains(file.notice().party()))
                .toList();
        return notices.isEmpty()
                ? "None known"
                : terms.previousCounted() + " counted, looking back to " + dates.day(terms.lookbackFrom()) + "\n"
                        + notices.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(NoticeFile file) {
        Notice notice = file.notice();
        LocalDate issued = notice.issuedOn();
        return notice.ref() + ", issued " + dates.day(issued) + " by " + notice.issuer() + ": "
                + file.state().title()
                + Optional.of(notice.source())
                        .filter(text -> !text.isEmpty())
                        .map(text -> " (" + text + ")")
                        .orElse("");
    }
}
