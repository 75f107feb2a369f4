package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.time.LondonTime;
import uk.daymark.time.Turn;
import uk.daymark.web.Conflict;
import uk.daymark.workflow.Processes;

/** Takes back the last call of a round that was recorded by mistake: both entries stay, its codes fall, the call is asked for again. */
@Component
class Undoing {

    private final Rounds rounds;
    private final Attempts attempts;
    private final Recording recording;
    private final Keeping keeping;
    private final Processes processes;
    private final Journal journal;
    private final Clock clock;
    private final Turn turn;

    Undoing(
            Rounds rounds,
            Attempts attempts,
            Recording recording,
            Keeping keeping,
            Processes processes,
            Journal journal,
            Clock clock,
            Turn turn) {
        this.turn = turn;
        this.rounds = rounds;
        this.attempts = attempts;
        this.recording = recording;
        this.keeping = keeping;
        this.processes = processes;
        this.journal = journal;
        this.clock = clock;
    }

    /** The call that can be undone now: the last one, made today, after which nothing else was recorded. */
    Optional<Attempt> last(Round round) {
        return attempts.of(round.ref()).stream()
                .filter(attempt -> !attempt.undone())
                .reduce((earlier, later) -> later)
                .filter(attempt -> attempt.how() == Attempt.How.CALL)
                .filter(attempt ->
                        attempt.outcome() != Answered.THOUGHT_IN_SCHOOL && attempt.outcome() != Answered.LEAVE)
                .filter(attempt ->
                        attempt.at().atZone(LondonTime.ZONE).toLocalDate().equals(LocalDate.now(clock)));
    }

    /**
     * Undoes it.
     *
     * @param attempt the call that the person saw
     * @throws Conflict where it is not the last one any more, or the register has taken its code
     */
    void undo(Round round, long attempt, SignedIn by) {
        turn.runAlone(() -> undone(round, attempt, by));
    }

    private void undone(Round round, long attempt, SignedIn by) {
        Attempt last = last(round)
                .filter(one -> one.id() == attempt)
                .orElseThrow(
                        () -> new Conflict(
                                "This call cannot be undone any more. Something else was recorded since, or it was not made today."));
        String what = "Undone: " + RoundFacts.line(last);
        journal.write(Entry.of(round.ref(), "CALL", what, "recorded by mistake"));
        recording.takeBack(last, by, "The call was recorded by mistake");
        if (round.open()) {
            processes.signal("look-again", round.ref(), Map.of(Processes.BECAUSE, "the last call was undone"));
        } else {
            keeping.reopen(round.ref());
        }
    }
}
