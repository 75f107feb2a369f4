package uk.daymark.enforcement.improve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.cases.CaseMeasures;
import uk.daymark.enforcement.improve.ImprovementNotice.Issuer;
import uk.daymark.enforcement.improve.ImprovementNotice.Outcome;
import uk.daymark.enforcement.referral.SchoolHears;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.measure.DateRange;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.Step;

/** What the model {@code notice-to-improve} does by itself. It counts and keeps dates; people decide. */
@Configuration(proxyBeanMethods = false)
class ImprovementSteps {

    static final String OUTCOME = "improveOutcome";
    /** Whoever was to write it did not give it: what follows is decided anew. */
    static final String NOT_GIVEN = "not-given";
    /** Whether the ground that the notice named is still met when the parent has been told. */
    private static final String GROUND_MET = "groundMet";

    /** The model in which the headteacher considers a penalty notice. */
    private static final String CONSIDER = "threshold-decision";

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    @Bean
    Step gatherNoticeFacts(ImprovementCases cases) {
        return new NamedStep(
                "gatherNoticeFacts",
                context -> Map.of("issuer", cases.of(context.key()).issuer().word()));
    }

    @Bean
    Step beginImprovement(
            ImprovementCases cases,
            ImprovementStore store,
            Improvements notices,
            TimeToImprove times,
            Letters letters,
            SchoolHears school,
            ImprovementWords words,
            Dates dates) {
        return new NamedStep("beginImprovement", context -> {
            ImprovementCase about = cases.of(context.key());
            ImprovementNotice notice = store.standing(context.key()).orElseThrow();
            Letter letter = letters.ofKey(context.key()).stream()
                    .filter(one -> one.template().endsWith(ImprovementLetters.NOTICE)
                            && one.state().sent())
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            LocalDate postedOn = letter.fate().sentOn().orElseThrow();
            LocalDate served = times.served(about.policy(), postedOn);
            DateRange time = named(letter, about, notice, times, served);
            notices.posted(about, notice, postedOn, served, time);
            about.parent()
                    .ifPresent(parent -> school.tell(
                            parent.parent().key(),
                            words.say(
                                    "told-given",
                                    parent.parent().name(),
                                    dates.day(time.from()),
                                    dates.day(time.to()))));
            return Map.of("improvementEndsAt", morningAfter(time.to()));
        });
    }

    /** The time that the letter names; it never begins before the letter counts as received. */
    private static DateRange named(
            Letter letter, ImprovementCase about, ImprovementNotice notice, TimeToImprove times, LocalDate served) {
        DateRange time = times.writtenOn(
                        LocalDate.ofInstant(letter.proposedAt(), LondonTime.ZONE),
                        about,
                        notice.asks().weeks())
                .orElseThrow();
        return served.isAfter(time.from()) && !served.isAfter(time.to()) ? new DateRange(served, time.to()) : time;
    }

    @Bean
    Step measureImprovement(ImprovementCases cases, ImprovementStore store, ImprovementMeasure measure) {
        return new NamedStep("measureImprovement", context -> {
            ImprovementCase about = cases.of(context.key());
            return measure.of(
                            store.standing(context.key()).orElseThrow(),
                            about.file().pupil())
                    .facts();
        });
    }

    @Bean
    Step endImprovementEarly(
            ImprovementStore store, Improvements notices, ImprovementCases cases, ImprovementMeasure measure) {
        return new NamedStep("endImprovementEarly", context -> {
            // The register may have changed since it was decided: it is counted again before anything ends.
            boolean met = store.standing(context.key())
                    .filter(notice -> !stillMet(notice, cases, measure, context.key()))
                    .isEmpty();
            if (!met) {
                return Map.of(GROUND_MET, false);
            }
            store.standing(context.key()).ifPresent(notices::endEarly);
            return Map.of(GROUND_MET, true, OUTCOME, Outcome.FAILED.word());
        });
    }

    private static boolean stillMet(
            ImprovementNotice notice, ImprovementCases cases, ImprovementMeasure measure, String key) {
        ImprovementMeasure.Counted counted =
                measure.of(notice, cases.of(key).file().pupil());
        return notice.asks().early().metBy(counted.missed().size(), counted.allowed());
    }

    @Bean
    Step passOnFailedNotice(ImprovementCases cases, CaseMeasures measures, Processes processes, Journal journal) {
        return new NamedStep("passOnFailedNotice", context -> {
            ImprovementCase about = cases.of(context.key());
            if (about.issuer() == Issuer.SCHOOL && !processes.running(CONSIDER, context.key())) {
                boolean met = measures.of(about.file()).thresholdMet();
                journal.write(Entry.of(
                        context.key(),
                        "DECISION",
                        met
                                ? "The headteacher is asked again to consider a penalty notice."
                                : "No decision is put to the headteacher.",
                        met
                                ? "The notice to improve was not met."
                                : "The number of sessions for considering a penalty notice is not reached any more."));
                if (met) {
                    processes.start(CONSIDER, context.key(), Map.of());
                }
            }
            return Map.of();
        });
    }

    @Bean
    Step stopImprovement(Improvements notices, Letters letters) {
        return new NamedStep("stopImprovement", context -> {
            String because = context.text(Processes.BECAUSE).orElse("Nothing more is asked of the parent");
            notices.stop(context.key(), because);
            ImprovementLetters.ALL.forEach(template -> letters.withdraw(context.key(), template, because));
            return Map.of(OUTCOME, Outcome.STOPPED.word());
        });
    }

    private static Instant morningAfter(LocalDate day) {
        return day.plusDays(1).atTime(MORNING).atZone(LondonTime.ZONE).toInstant();
    }
}
