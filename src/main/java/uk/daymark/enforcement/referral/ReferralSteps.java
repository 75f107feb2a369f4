package uk.daymark.enforcement.referral;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.Referral.Said;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.time.Dates;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;

/** What the model {@code legal-referral} does by itself. It looks and records; people refer, return, accept and end. */
@Configuration(proxyBeanMethods = false)
class ReferralSteps {

    @Bean
    Step checkReferral(ReferralCases cases, ReferralRounds rounds, CheckStore checks, Preflight preflight) {
        return new NamedStep("checkReferral", context -> {
            CaseFile file = cases.of(context.key());
            Route route = context.text(Models.ROUTE).map(Route::ofWord).orElse(Route.IRREGULAR);
            Referral referral = rounds.openOrBegin(file, route, ReferralsToCome.days(context));
            checks.keep(
                    referral, preflight.look(file, referral.route(), referral.period(), rounds.named(file, referral)));
            return Map.of();
        });
    }

    @Bean
    Step setSitting(
            ReferralCases cases, ReferralRounds rounds, ParentRounds parents, ReferralStore store, Journal journal) {
        return new NamedStep("setSitting", context -> {
            CaseFile file = cases.of(context.key());
            Referral referral = rounds.last(file).orElseThrow();
            cases.nextSitting(file).filter(day -> parents.anyFree(referral)).ifPresent(day -> {
                store.sits(referral, day);
                journal.write(Entry.of(
                        file.ref().value(),
                        "REFERRAL",
                        "The panel decides at its sitting on " + Dates.inWords(day) + ".",
                        ""));
            });
            return Map.of();
        });
    }

    @Bean
    Step startParentDecisions(
            ReferralCases cases, ReferralRounds rounds, ParentRounds parents, ReferralsToCome toCome) {
        return new NamedStep("startParentDecisions", context -> {
            Referral referral = rounds.last(cases.of(context.key())).orElseThrow();
            parents.accepted(referral);
            toCome.next(referral.caseRef());
            return Map.of();
        });
    }

    @Bean
    Step recordNotReferred(ReferralCases cases, ReferralRounds rounds, Cases all, ReferralsToCome toCome) {
        return new NamedStep("recordNotReferred", context -> {
            CaseFile file = cases.of(context.key());
            ending("not-referred", file, rounds, all);
            toCome.next(file.ref());
            return Map.of();
        });
    }

    @Bean
    Step recordRefused(
            ReferralCases cases,
            ReferralRounds rounds,
            Cases all,
            SchoolHears school,
            TaskSayings words,
            ReferralsToCome toCome) {
        return new NamedStep("recordRefused", context -> {
            CaseFile file = cases.of(context.key());
            ending("ended-without-sanction", file, rounds, all);
            tell(file, words.say("told-refused"), rounds, school);
            toCome.next(file.ref());
            return Map.of();
        });
    }

    @Bean
    Step recordSupportInstead(
            ReferralCases cases,
            ReferralRounds rounds,
            Cases all,
            SchoolHears school,
            TaskSayings words,
            ReferralsToCome toCome) {
        return new NamedStep("recordSupportInstead", context -> {
            CaseFile file = cases.of(context.key());
            ending("support-goes-on", file, rounds, all);
            tell(file, words.say("told-support"), rounds, school);
            toCome.next(file.ref());
            return Map.of();
        });
    }

    /** Sets the stage in which a referral ends, with the reason. */
    private static void ending(String stage, CaseFile file, ReferralRounds rounds, Cases all) {
        String why =
                rounds.last(file).flatMap(Referral::answered).map(Said::why).orElse("");
        all.stage(file.ref(), stage, why, "");
    }

    /** Tells the school that no parent is decided about, without the officer's reason; once, under the first parent whom the referral named. */
    private static void tell(CaseFile file, String sentence, ReferralRounds rounds, SchoolHears school) {
        rounds.last(file).map(Referral::parents).stream()
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(number -> school.tell(new ParentKey(file.ref(), number), sentence));
    }

    @Bean
    Step stopReferral(ReferralCases cases, ReferralRounds rounds, ReferralStore store, ReferralsToCome toCome) {
        return new NamedStep("stopReferral", context -> {
            CaseFile file = cases.of(context.key());
            toCome.drop(file.ref());
            rounds.last(file)
                    .filter(referral -> referral.standing().open())
                    .ifPresent(referral -> store.answer(
                            referral,
                            Standing.STOPPED,
                            "stop",
                            context.text(Processes.BECAUSE).orElse(""),
                            ""));
            return Map.of();
        });
    }
}
