package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.daymark.access.SignedIn;
import uk.daymark.firstday.Absentees.Absentee;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Schools;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.worklist.TaskHandler.Fact;

/** Contact rounds to look at: who is still unaccounted for, what was tried, and the last call to undo. */
@Service
public class ContactRounds {

    private final Rounds rounds;
    private final Absentees absentees;
    private final Attempts attempts;
    private final RoundFacts facts;
    private final Undoing undoing;
    private final Schools schools;
    private final Clock clock;

    ContactRounds(
            Rounds rounds,
            Absentees absentees,
            Attempts attempts,
            RoundFacts facts,
            Undoing undoing,
            Schools schools,
            Clock clock) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.attempts = attempts;
        this.facts = facts;
        this.undoing = undoing;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * A pupil who is absent today and of whom nobody knows why.
     *
     * @param round the reference of the contact round
     * @param group year and form; empty text where the school has not said
     * @param absent the sessions without a reason, in words
     * @param lookedFor whether a parent thought the pupil was in school and nobody has found the pupil
     * @param tries what was tried today, oldest first, each in words
     */
    public record Unaccounted(
            String round,
            Urn school,
            String pupilRef,
            String pupil,
            String group,
            String absent,
            boolean lookedFor,
            List<String> tries) {

        public Unaccounted {
            tries = List.copyOf(tries);
        }
    }

    /**
     * A round.
     *
     * @param pupils the names of its pupils
     * @param facts the absences, whom to ring and whom not, and what was tried
     * @param undo the number of the call that can be undone now
     * @param undoWords that call in words; empty text where none can be undone
     */
    public record Shown(
            String ref,
            Urn school,
            String pupils,
            boolean open,
            List<Fact> facts,
            Optional<Long> undo,
            String undoWords) {

        public Shown {
            facts = List.copyOf(facts);
        }
    }

    /** Everybody in scope who is still unaccounted for today: those being looked for first, then by name. */
    public List<Unaccounted> unaccounted(Scope scope) {
        LocalDate today = LocalDate.now(clock);
        Map<Urn, List<Round>> bySchool = rounds.open(scope).stream()
                .collect(Collectors.groupingBy(Round::school, TreeMap::new, Collectors.toList()));
        List<Wanting> wanting = new ArrayList<>();
        bySchool.values().forEach(open -> wanting.addAll(wanting(open, today)));
        Map<EnrolmentId, Absentee> absentee =
                absentees
                        .absentees(
                                wanting.stream().map(Wanting::pupil).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Absentee::id, Function.identity()));
        Map<String, List<Attempt>> tries = attempts.ofOpenRounds(today);
        return wanting.stream()
                .map(one -> line(
                        one,
                        Optional.ofNullable(absentee.get(one.pupil())).orElseThrow(),
                        tries.getOrDefault(one.round().ref(), List.of())))
                .sorted(Comparator.comparing((Unaccounted one) -> !one.lookedFor())
                        .thenComparing(Unaccounted::pupil))
                .toList();
    }

    /** A pupil of a round of whom nobody knows why, with the sessions without a reason; none where the pupil is only looked for. */
    private record Wanting(Round round, EnrolmentId pupil, NavigableSet<Session> sessions) {}

    /** Those of one school's rounds. */
    private List<Wanting> wanting(List<Round> ofSchool, LocalDate today) {
        List<EnrolmentId> ids =
                ofSchool.stream().flatMap(round -> round.pupils().stream()).toList();
        Missing missing = absentees.missing(absentees.timings(ofSchool.get(0)), ids, absentees.standing(ids));
        return ofSchool.stream()
                .flatMap(round -> round.pupils().stream()
                        .filter(pupil -> round.missingSince().isPresent()
                                || missing.of(pupil).stream().map(Session::date).anyMatch(today::equals))
                        .map(pupil -> new Wanting(round, pupil, missing.of(pupil))))
                .toList();
    }

    private static Unaccounted line(Wanting wanting, Absentee pupil, List<Attempt> tries) {
        String year = pupil.enrolment().details().yearGroup();
        String form = pupil.enrolment().details().form();
        return new Unaccounted(
                wanting.round().ref(),
                wanting.round().school(),
                pupil.enrolment().pupilRef(),
                pupil.name(),
                ((year.isBlank() ? "" : "Year " + year + " ") + form).strip(),
                wanting.sessions().isEmpty() ? "" : Sentences.sessions(wanting.sessions()),
                wanting.round().missingSince().isPresent(),
                tries.stream()
                        .filter(attempt -> attempt.pupils().contains(wanting.pupil()))
                        .map(RoundFacts::line)
                        .toList());
    }

    /** A round in scope. */
    public Optional<Shown> find(String ref, Scope scope) {
        return inScope(ref, scope).map(round -> {
            Optional<Attempt> last = undoing.last(round);
            return new Shown(
                    ref,
                    round.school(),
                    absentees.names(round.pupils()),
                    round.open(),
                    facts.of(round),
                    last.map(Attempt::id),
                    last.map(RoundFacts::line).orElse(""));
        });
    }

    /**
     * Undoes the last call of a round: both entries stay, the codes it led to fall, and the call is asked for again.
     *
     * @param call the number of the call that the person saw
     * @return whether there is such a round in scope
     * @throws uk.daymark.web.Conflict where that call cannot be undone any more
     */
    public boolean undo(String ref, long call, SignedIn by, Scope scope) {
        Optional<Round> round = inScope(ref, scope);
        round.ifPresent(found -> undoing.undo(found, call, by));
        return round.isPresent();
    }

    private Optional<Round> inScope(String ref, Scope scope) {
        return rounds.find(ref)
                .filter(round ->
                        schools.find(round.school()).filter(scope::holds).isPresent());
    }
}
