package uk.daymark.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFilter;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.journal.Journal;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.KeysSql;
import uk.daymark.workflow.PathTaken;

/** Finds cases by what happened in them, among those that somebody may see. */
@Component
public class CaseSearch {

    private final Cases cases;
    private final DecisionsMade made;
    private final PathTaken path;
    private final Decisions decisions;
    private final Journal journal;

    CaseSearch(Cases cases, DecisionsMade made, PathTaken path, Decisions decisions, Journal journal) {
        this.cases = cases;
        this.made = made;
        this.path = path;
        this.decisions = decisions;
        this.journal = journal;
    }

    /**
     * What is looked for; every part that is given has to fit. Text that is not given is empty.
     *
     * @param words words that the pupil's name or reference, or the case's reference hold
     * @param model the id of a model that the case went through
     * @param rule the id of a rule that fired, or of its table
     * @param decider the user name of who decided something in it
     * @param from the first day on which it happened
     * @param to the last day
     */
    public record Wanted(
            String words, String model, String rule, String decider, Optional<LocalDate> from, Optional<LocalDate> to) {

        private Instant begin() {
            return from.map(day -> day.atStartOfDay(LondonTime.ZONE).toInstant())
                    .orElse(Instant.EPOCH);
        }

        private Instant end() {
            return to.map(day -> day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant())
                    .orElse(Instant.parse("9999-01-01T00:00:00Z"));
        }
    }

    /** The cases that fit, the latest first. */
    public Cases.Page find(Wanted wanted, SignedIn person, int page, int size) {
        List<KeysSql> kept = new ArrayList<>();
        if (!wanted.model().isEmpty()) {
            kept.add(path.keysThrough(wanted.model(), wanted.begin(), wanted.end()));
        }
        if (!wanted.rule().isEmpty()) {
            kept.add(decisions.keysUnder(wanted.rule(), wanted.begin(), wanted.end()));
        }
        if (!wanted.decider().isEmpty()) {
            kept.add(made.casesDecidedBy(wanted.decider(), wanted.begin(), wanted.end()));
        }
        if (kept.isEmpty() && (wanted.from().isPresent() || wanted.to().isPresent())) {
            kept.add(journal.subjectsBetween(wanted.begin(), wanted.end()));
        }
        CaseFilter filter =
                new CaseFilter(wanted.words(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return cases.page(filter, kept, person, page, size);
    }
}
