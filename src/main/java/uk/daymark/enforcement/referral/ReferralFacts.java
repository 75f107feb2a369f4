package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referral.View;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.policy.Policy;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.worklist.TaskHandler.Fact;

/** What is known of a referral, as lines above a form. */
@Component
class ReferralFacts {

    private final ReferralCases cases;
    private final ReferralRounds rounds;
    private final LiableParents parents;
    private final ParentCases parentCases;
    private final Dates dates;
    private final Clock clock;

    ReferralFacts(
            ReferralCases cases,
            ReferralRounds rounds,
            LiableParents parents,
            ParentCases parentCases,
            Dates dates,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.parents = parents;
        this.parentCases = parentCases;
        this.dates = dates;
        this.clock = clock;
    }

    /** What the authority asks to be put right, where it returned the round before. */
    List<Fact> returned(CaseFile file) {
        Optional<Referral> earlier = rounds.before(file).filter(referral -> referral.standing() == Standing.RETURNED);
        if (earlier.isEmpty()) {
            return List.of();
        }
        Referral before = earlier.get();
        String named = before.checks().stream()
                .filter(check -> check.view() == View.NOT_MET)
                .map(check -> check.found() + (check.cure().isBlank() ? "" : " " + check.cure()))
                .collect(Collectors.joining("\n"));
        return List.of(
                new Fact(
                        "Returned by the authority",
                        before.answered()
                                .map(said -> dates.day(said.at()
                                                .atZone(LondonTime.ZONE)
                                                .toLocalDate())
                                        + ": " + said.why())
                                .orElse("")),
                new Fact("What has to be put right", before.toPutRight()),
                new Fact("Checks that were not met", named));
    }

    /** Every check in words, those first that stop it. */
    List<Fact> checks(List<Check> checks) {
        List<Fact> facts = new ArrayList<>();
        long met = checks.stream().filter(Check::met).count();
        facts.add(new Fact("Evidence", met + " of " + checks.size() + " checks are met"));
        add(facts, "Stops the referral", checks.stream().filter(Check::stops).toList());
        add(
                facts,
                "Needs a look",
                checks.stream()
                        .filter(check -> !check.stops() && check.result() != Result.MET)
                        .toList());
        add(
                facts,
                "Met",
                checks.stream().filter(check -> check.result() == Result.MET).toList());
        return facts;
    }

    private void add(List<Fact> facts, String label, List<Check> checks) {
        if (!checks.isEmpty()) {
            facts.add(new Fact(label, checks.stream().map(this::line).collect(Collectors.joining("\n"))));
        }
    }

    private String line(Check check) {
        return parent(check)
                + check.found()
                + (check.result() == Result.MET ? "" : " " + check.result().title() + ".")
                + (check.cure().isBlank() ? "" : " " + check.cure())
                + check.earliestOn().map(day -> " From " + dates.day(day) + ".").orElse("");
    }

    /** Why a check refuses: the fact, what would change it, and where the rule is written. */
    String refusal(Check check) {
        return check.found() + (check.cure().isBlank() ? "" : " " + check.cure())
                + check.earliestOn().map(day -> " From " + dates.day(day) + ".").orElse("") + " Source: "
                + check.source() + ".";
    }

    /** "Parent 2: ", where a check is about one parent. */
    String parent(Check check) {
        return check.parent().map(number -> "Parent " + number + ": ").orElse("");
    }

    /** Who decides at the authority, and when. */
    List<Fact> whoDecides(CaseFile file) {
        Policy policy = parentCases.policy(file);
        String panel = cases.nextSitting(file)
                .map(day -> "The panel. Its next sitting is on " + dates.weekday(day) + ".")
                .orElse("The panel. Its next sitting is not known: the school's calendar ends before.");
        return List.of(new Fact(
                "Who decides",
                cases.panel(policy) ? panel : "An officer of the authority, for each parent separately."));
    }

    /** What the school submitted. */
    List<Fact> asked(CaseFile file, Referral referral) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "What the school asks",
                referral.route().title() + "\n" + dates.day(referral.period().from()) + " to "
                        + dates.day(referral.period().to())));
        facts.add(new Fact("What was done", referral.statement()));
        referral.submitted().ifPresent(said -> facts.add(new Fact("Why the school refers", said.why())));
        facts.add(new Fact(
                "Parents",
                parents.of(file.ref()).stream()
                        .filter(parent ->
                                referral.parents().contains(parent.key().number()))
                        .map(parent -> "Parent " + parent.key().number() + ": " + parent.name() + ", "
                                + parent.relation() + ". Liable because: " + parent.liableBecause())
                        .collect(Collectors.joining("\n"))));
        if (!referral.findings().isBlank()) {
            facts.add(new Fact("What the investigation found", referral.findings()));
        }
        return facts;
    }

    /** The last days to begin a prosecution. */
    List<Fact> actBy(Optional<ProsecutionLimit> limit) {
        LocalDate today = LocalDate.now(clock);
        return limit
                .map(days -> new Fact(
                        "Time limit",
                        "Act by " + dates.day(days.safe()) + (days.safe().isBefore(today) ? ", which has passed" : "")
                                + "; at the very last by " + dates.day(days.outer())
                                + (days.outer().isBefore(today) ? ", which has passed" : "")))
                .stream()
                .toList();
    }
}
