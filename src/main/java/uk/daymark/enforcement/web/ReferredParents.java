package uk.daymark.enforcement.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.CheckWords;
import uk.daymark.enforcement.court.Prosecutions;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.Outcome;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.people.Contacts;
import uk.daymark.time.Dates;
import uk.daymark.worklist.WorkItem;

/** The parents of a case, one by one, as the authority's pages show them. */
@Component
class ReferredParents {

    private final LiableParents parents;
    private final Prosecutions prosecutions;
    private final ReferralDesk desk;
    private final CheckWords words;
    private final Contacts contacts;
    private final People people;
    private final Dates dates;

    ReferredParents(
            LiableParents parents,
            Prosecutions prosecutions,
            ReferralDesk desk,
            CheckWords words,
            Contacts contacts,
            People people,
            Dates dates) {
        this.parents = parents;
        this.prosecutions = prosecutions;
        this.desk = desk;
        this.words = words;
        this.contacts = contacts;
        this.people = people;
        this.dates = dates;
    }

    /**
     * A parent.
     *
     * @param number in the case, from 1
     * @param addressWithheld whether nobody else of the family may see the address
     * @param notice the notice issued last in this case; empty text where none was
     * @param prosecuted whether there is a file of a prosecution
     * @param checks those that are about this parent alone
     * @param todo what is to be done about this parent
     */
    record Parent(
            String key,
            int number,
            String name,
            String relation,
            String address,
            boolean addressWithheld,
            String liableBecause,
            String standing,
            String notice,
            boolean prosecuted,
            List<Decision> decisions,
            List<CheckLine> checks,
            List<ReferralDesk.Todo> todo) {}

    /**
     * A decision about a parent.
     *
     * @param otherwise what was proposed, where another thing was decided; empty text where it was not
     */
    record Decision(String outcome, String otherwise, String rule, String reason, String when) {}

    /**
     * The parents whom the referral names, or all that the case names where there is no referral.
     *
     * @param from the page that the tasks lead back to
     */
    List<Parent> of(CaseFile file, Optional<Referral> referral, SignedIn person, String from) {
        Predicate<WorkItem> mayDo = desk.mayDo(person);
        List<WorkItem> tasks = desk.tasks(file.ref().value(), person);
        return parents.of(file.ref()).stream()
                .filter(parent -> referral.map(Referral::parents)
                        .filter(named -> !named.isEmpty())
                        .map(named -> named.contains(parent.key().number()))
                        .orElse(true))
                .map(parent -> parent(
                        parent,
                        referral,
                        tasks.stream()
                                .filter(item -> item.key().equals(parent.key().toString()))
                                .map(item -> desk.todo(item, mayDo, from))
                                .toList()))
                .toList();
    }

    private Parent parent(LiableParent parent, Optional<Referral> referral, List<ReferralDesk.Todo> todo) {
        return new Parent(
                parent.key().toString(),
                parent.key().number(),
                parent.name(),
                parent.relation(),
                parent.address(),
                contacts.addressWithheld(parent.contact()),
                parent.liableBecause(),
                standing(parent, referral),
                parent.notice()
                        .filter(notice -> decides(parent, referral))
                        .map(NoticeRef::value)
                        .orElse(""),
                prosecutions.last(parent.key()).isPresent(),
                parent.decisions().stream().map(this::decision).toList(),
                referral.stream()
                        .flatMap(one -> one.checks().stream())
                        .filter(check -> check.parent()
                                .filter(number -> number == parent.key().number())
                                .isPresent())
                        .map(check -> CheckLine.of(check, words, dates))
                        .toList(),
                todo);
    }

    /** Whether it is this referral that is decided for the parent. */
    private static boolean decides(LiableParent parent, Optional<Referral> referral) {
        return referral.filter(one -> one.round() != parent.round()).isEmpty();
    }

    /** How far this referral has come for the parent; an earlier one may not be settled, or a later one be decided by now. */
    private static String standing(LiableParent parent, Optional<Referral> referral) {
        if (decides(parent, referral)) {
            return parent.standing().title();
        }
        if (referral.filter(one -> one.round() < parent.round()).isPresent()) {
            return "A later referral is decided";
        }
        return parent.round() == 0 || parent.standing() == LiableParent.Standing.ENDED
                ? LiableParent.Standing.NAMED.title()
                : "Waits until the earlier referral is settled";
    }

    Decision decision(LiableParent.Decided decided) {
        return new Decision(
                decided.outcome().title(),
                decided.proposed()
                        .filter(proposed -> proposed != decided.outcome())
                        .map(Outcome::title)
                        .orElse(""),
                decided.rule(),
                decided.reason(),
                dates.moment(decided.at())
                        + decided.sittingOn()
                                .map(day -> ", at the sitting of " + dates.day(day))
                                .orElse("")
                        + ", by " + people.displayName(decided.by()));
    }
}
