package uk.daymark.enforcement.referral;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.cases.Cases;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;
import uk.daymark.workflow.StepContext;

/** What the model {@code parent-decision} does by itself: it weighs, and records how it ended. */
@Configuration(proxyBeanMethods = false)
class ParentSteps {

    private static final String IMPROVED = "improveOutcome";
    /** The variable that says how each of the model's ends came about, by the element that records it. */
    private static final Map<String, String> HOW =
            Map.of("record-improvement", IMPROVED, "record-notice", "noticeOutcome", "record-court", "courtOutcome");

    /** Of a notice and of the court the school hears in their own models. */
    private static final Set<String> TOLD_HERE = Set.of("record-improvement", "record-order", "record-no-action");

    @Bean
    Step weighParent(
            ParentCases parentCases,
            LiableParents parents,
            ReferralCases cases,
            ParentSittings sittings,
            Weighing weighing) {
        return new NamedStep("weighParent", context -> {
            ParentCase parent = parentCases.of(context.key());
            boolean back = parent.parent().standing() != LiableParent.Standing.TO_DECIDE;
            if (back) {
                parents.stands(
                        parent.parent().key(),
                        LiableParent.Standing.TO_DECIDE,
                        "What was decided before has not settled it.");
            }
            // What comes back on the day of a sitting can be decided at it; a new referral has the time until the next.
            sittings.asked(
                    parent.parent().key(),
                    back ? cases.sittingFromToday(parent.file()) : cases.nextSitting(parent.file()));
            return weighing.of(parent, context.text(IMPROVED).orElse("")).facts();
        });
    }

    @Bean
    Step endParent(
            ParentCases parentCases,
            LiableParents parents,
            ParentRounds rounds,
            Cases cases,
            SchoolHears school,
            TaskSayings words) {
        return new NamedStep("endParent", context -> {
            ParentCase parent = parentCases.of(context.key());
            String why = why(context, words);
            parents.stands(parent.parent().key(), LiableParent.Standing.ENDED, why);
            if (TOLD_HERE.contains(context.element())) {
                school.tell(
                        parent.parent().key(),
                        words.say("told-ended", parent.parent().name(), why));
            }
            rounds.ended(parent.parent().key());
            if (rounds.settled(parent.file().ref())) {
                cases.stage(parent.file().ref(), "settled-at-authority", why, "");
            }
            return Map.of();
        });
    }

    private static String why(StepContext context, TaskSayings words) {
        String how = Optional.ofNullable(HOW.get(context.element()))
                .flatMap(context::text)
                .orElse(context.element().equals("record-order") ? "sought" : "none");
        return words.maybe("ended." + context.element() + "." + how).orElseGet(() -> words.say("ended.other"));
    }

    @Bean
    Step stopParent(ParentCases parentCases, LiableParents parents, ObjectProvider<ParentFollower> followers) {
        return new NamedStep("stopParent", context -> {
            ParentKey key = parentCases.of(context.key()).parent().key();
            String because = context.text(Processes.BECAUSE).orElse("");
            followers.orderedStream().forEach(follower -> follower.stopped(key, because));
            parents.stands(key, LiableParent.Standing.ENDED, because);
            return Map.of();
        });
    }
}
