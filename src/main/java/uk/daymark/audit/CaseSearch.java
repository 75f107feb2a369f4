package uk.daymark.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFilter;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.DecisionsMade;
import uk.daymark.journal.Journal;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.Decisions;
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
        List<Set<String>> kept = new ArrayList<>();
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
        if (kept.isEmpty()) {
            CaseFilter filter = new CaseFilter(
                    wanted.words(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            return cases.page(filter, person, page, size);
        }
        List<CaseFile> found = inAll(kept).stream()
                .flatMap(ref -> cases.find(new CaseRef(ref), person).stream())
                .filter(file -> fits(file, wanted.words()))
                .sorted(Comparator.comparing((CaseFile file) -> file.openedOn())
                        .thenComparing(file -> file.ref().value())
                        .reversed())
                .toList();
        int from = (int) Math.min(found.size(), (page - 1L) * size);
        return new Cases.Page(found.size(), found.subList(from, Math.min(found.size(), from + size)));
    }

    /** What is about a parent of a case is about the case: keys as {@code A-2026-0412/2}. */
    private static Set<String> inAll(List<Set<String>> kept) {
        Set<String> all = new HashSet<>(refs(kept.get(0)));
        kept.forEach(keys -> all.retainAll(refs(keys)));
        return all;
    }

    private static Set<String> refs(Set<String> keys) {
        return keys.stream()
                .map(key -> key.contains("/") ? key.substring(0, key.indexOf('/')) : key)
                .filter(CaseRef::fits)
                .collect(Collectors.toSet());
    }

    private static boolean fits(CaseFile file, String words) {
        String held = (file.ref() + " " + file.pupilRef() + " " + file.pupilName()).toLowerCase(Locale.UK);
        return List.of(words.strip().toLowerCase(Locale.UK).split("\\s+")).stream()
                .allMatch(held::contains);
    }
}
