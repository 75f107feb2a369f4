package uk.daymark.enforcement.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.enforcement.ReferralAnswer;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.enforcement.ReferralQuestion;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.enforcement.hold.SupportHolds;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.referral.LeaveWarnings;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.Submissions;
import uk.daymark.letters.HeldFamilies;
import uk.daymark.letters.PostalAddress;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Contact;
import uk.daymark.people.Contacts;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Scopes;
import uk.daymark.policy.Policy;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.web.NotFound;

/** Gathers what the rules of issue look at, from the records as they stand. */
@Component
class IssueGathering {

    private final StoredRegister registers;
    private final Schools schools;
    private final Contacts contacts;
    private final Scopes scopes;
    private final Cases cases;
    private final Support support;
    private final SupportHolds supportHolds;
    private final HeldFamilies heldFamilies;
    private final Ledger ledger;
    private final Parties parties;
    private final ReferralCheck referrals;
    private final Submissions submissions;
    private final ParentCases parents;
    private final LeaveWarnings leaveWarnings;
    private final Clock clock;

    IssueGathering(
            StoredRegister registers,
            Schools schools,
            Contacts contacts,
            Scopes scopes,
            Cases cases,
            Support support,
            SupportHolds supportHolds,
            HeldFamilies heldFamilies,
            Ledger ledger,
            Parties parties,
            ReferralCheck referrals,
            Submissions submissions,
            ParentCases parents,
            LeaveWarnings leaveWarnings,
            Clock clock) {
        this.registers = registers;
        this.schools = schools;
        this.contacts = contacts;
        this.scopes = scopes;
        this.cases = cases;
        this.support = support;
        this.supportHolds = supportHolds;
        this.heldFamilies = heldFamilies;
        this.ledger = ledger;
        this.parties = parties;
        this.referrals = referrals;
        this.submissions = submissions;
        this.parents = parents;
        this.leaveWarnings = leaveWarnings;
        this.clock = clock;
    }

    /** The facts, with whom and where they are about. */
    record Gathered(IssueFacts facts, Contact contact, School school) {}

    /** @throws NotFound where the child is at no school in the decider's scope, or the contact is not the child's */
    Gathered gather(Proposal proposal, SignedIn decider) {
        Scope scope = scopes.of(decider);
        return gather(
                proposal,
                scope,
                new IssueFacts.Decider(
                        decider.userName(),
                        decider.may(Action.DECIDE_NOTICE) && scope instanceof Scope.OneAuthority,
                        proposal.caseRef().map(parents::referrers).orElseGet(Set::of)));
    }

    /** The facts before anybody decides: whoever may decide will. */
    Gathered gather(Proposal proposal) {
        return gather(proposal, Scope.everywhere(), new IssueFacts.Decider("nobody yet", true, Set.of()));
    }

    private Gathered gather(Proposal proposal, Scope scope, IssueFacts.Decider decider) {
        LocalDate today = LocalDate.now(clock);
        PupilRegister stored = registers
                .of(proposal.pupil(), today)
                .filter(found -> scope.holds(found.current()))
                .orElseThrow(() -> new NotFound("There is no such pupil at your authority's schools."));
        School school = stored.current();
        Contacts.OfPupil parent = contacts.of(proposal.pupil()).stream()
                .filter(one -> one.contact().id().equals(proposal.contact()))
                .findFirst()
                .orElseThrow(() -> new NotFound("This is not one of the pupil's contacts."));
        Policy policy = parents.policy(school);
        MeasuredRegister register = new MeasuredRegister(
                Timetable.of(stored.parts()),
                stored.parts(),
                stored.marks(),
                stored.unconfirmed(),
                today,
                Optional.of(proposal.offence()),
                stored.dateOfBirth().map(CompulsorySchoolAge::of));
        Set<PartyId> person = parties.of(proposal.contact()).map(parties::same).orElseGet(TreeSet::new);
        List<PreviousNotice> previous = ledger.about(List.of(proposal.pupil())).stream()
                .filter(file -> person.contains(file.notice().party()))
                .map(IssueGathering::previous)
                .toList();
        IssueFacts facts = new IssueFacts(
                policy,
                today,
                register,
                stored.dateOfBirth(),
                previous,
                ledger.used(proposal.contact(), proposal.pupil()),
                parent(parent, proposal),
                decider,
                holds(proposal, policy, register, stored, today));
        return new Gathered(facts, parent.contact(), school);
    }

    private static PreviousNotice previous(NoticeFile file) {
        return new PreviousNotice(
                NoticeKind.valueOf(file.notice().kind().name()),
                file.notice().issuedOn(),
                Optional.of(file.notice().offence().to()),
                file.outcome());
    }

    private IssueFacts.Parent parent(Contacts.OfPupil parent, Proposal proposal) {
        return new IssueFacts.Parent(
                parent.link().parentalResponsibility() || parent.link().livesWith(),
                !parent.link().doNotContact(),
                PostalAddress.whyNot(parent),
                parties.doubts(parent.contact(), proposal.pupil()).stream()
                        .map(Parties.Doubt::notice)
                        .toList());
    }

    private List<CheckedRule> holds(
            Proposal proposal, Policy policy, MeasuredRegister register, PupilRegister stored, LocalDate today) {
        List<CheckedRule> holds = new ArrayList<>();
        stored.enrolments().stream()
                .flatMap(enrolment -> heldFamilies.standing(enrolment.id(), today).stream())
                .forEach(held -> holds.add(new CheckedRule(
                        "HELD_BY_A_PERSON",
                        held.kind().title() + ": " + held.why(),
                        held.until().map(day -> day.plusDays(1)),
                        "Domain rule of Daymark: what a person holds, nothing overtakes",
                        "Whoever set the hold lifts it.")));
        Optional<CaseRef> ref = proposal.caseRef()
                .filter(known -> cases.find(known)
                        .filter(file -> file.pupil().equals(proposal.pupil()))
                        .isPresent());
        boolean panel = policy.yesNo("panel.exists", today).orElse(false);
        if (panel && ref.filter(cases::wasReferred).isEmpty()) {
            holds.add(IssueRules.rule(
                    "NOT_REFERRED",
                    "The case was not referred to the authority.",
                    source(policy, "panel.exists", today),
                    "The school refers the case."));
        }
        SupportFacts known = ref.map(support::of).map(SupportFacts::of).orElseGet(SupportFacts::unknown);
        ref.flatMap(supportHolds::circumstances).ifPresent(holds::add);
        ReferralAnswer referral = referrals.check(new ReferralQuestion(
                policy,
                proposal.route(),
                today,
                referrals.figures(policy, register, proposal.period()),
                known,
                ref.flatMap(leaveWarnings::anyParent),
                proposal.publicPlace(),
                Optional.of(schools.calendar(stored.current().urn())),
                ref.flatMap(caseRef ->
                        submissions.first(caseRef, proposal.contact(), proposal.route(), proposal.period()))));
        // What could not be looked at holds too: no notice is issued on what nobody knows.
        Stream.concat(referral.failed().stream(), referral.unknown().stream())
                .filter(rule -> holds.stream().noneMatch(hold -> hold.code().equals(rule.code())))
                .filter(rule ->
                        !(rule.code().equals("N_MARKS_IN_PERIOD") && proposal.route() != ReferralRoute.PUBLIC_PLACE))
                .sorted(Comparator.comparing(CheckedRule::code))
                .forEach(holds::add);
        return holds;
    }

    private static String source(Policy policy, String key, LocalDate on) {
        return policy.entry(key, on).map(entry -> entry.source()).orElse("The policy " + policy.title());
    }
}
