package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.time.LondonTime;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskHandler.Fact;

/** What a person decides about letters that are held, whoever writes them. */
@Component
class HeldLetters {

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Letters letters;
    private final LetterGathering gathering;
    private final Clock clock;

    HeldLetters(Letters letters, LetterGathering gathering, Clock clock) {
        this.letters = letters;
        this.gathering = gathering;
        this.clock = clock;
    }

    /** What holds them as things stand. */
    Fact why(LetterOrder order) {
        return new Fact(
                "Why it is held",
                letters.holds(order).stream()
                        .map(hold -> hold.inFull() + " (" + hold.source() + ")")
                        .collect(Collectors.joining("\n")));
    }

    /** Sends them, some or all, keeps them back, has them written anew, or waits for a day. */
    Map<String, Object> decide(LetterOrder order, List<Letter> open, Answer answer) {
        String decision = answer.text("holdDecision");
        String reason = answer.text("reason");
        switch (decision) {
            case "send" -> {
                if (open.isEmpty()) {
                    throw new InvalidInput(
                            "/fields/holdDecision",
                            "There is nobody to send it to. Wait until a contact has been added, or do not send it");
                }
                if (open.stream().anyMatch(letter -> letter.holds().contains(LetterHolds.WITHOUT_SENDER))) {
                    throw new InvalidInput(
                            "/fields/holdDecision",
                            "The letter has no address to write back to, so it cannot be sent as it is. Set up the"
                                    + " letterhead of the authority, then choose to write the letter anew");
                }
                release(open, kept(answer, open), reason);
            }
            case "wait" -> {
                return Map.of(
                        "holdDecision",
                        decision,
                        "letterWaitsUntil",
                        waitUntil(order, answer)
                                .atTime(MORNING)
                                .atZone(LondonTime.ZONE)
                                .toInstant());
            }
            case "anew" -> {
                return Map.of("holdDecision", decision);
            }
            default -> letters.stop(open, reason);
        }
        return Map.of("holdDecision", decision);
    }

    private void release(List<Letter> open, Set<String> kept, String reason) {
        if (kept.size() == open.size()) {
            throw new InvalidInput(
                    "/fields/notSent", "If none of the letters is to be sent, choose not to send it, or wait");
        }
        letters.stop(open.stream().filter(letter -> kept.contains(letter.ref())).toList(), reason);
        letters.release(
                open.stream().filter(letter -> !kept.contains(letter.ref())).toList(), reason);
    }

    private LocalDate waitUntil(LetterOrder order, Answer answer) {
        LocalDate today = LocalDate.now(clock);
        int months = LetterGathering.needed(gathering.about(order).policy(), "letter.wait_most", today);
        LocalDate until = answer.date("waitUntil")
                .orElseThrow(() -> new InvalidInput("/fields/waitUntil", "Enter the day on which to look again"));
        if (!until.isAfter(today) || until.isAfter(today.plusMonths(months))) {
            throw new InvalidInput(
                    "/fields/waitUntil", "The day must be after today, and within " + months + " months");
        }
        return until;
    }

    /** The references of letters that somebody names as not sent. */
    static Set<String> kept(Answer answer, List<Letter> open) {
        Set<String> named = Stream.of(answer.text("notSent").split("[\\s,;]+"))
                .filter(ref -> !ref.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = open.stream().map(Letter::ref).collect(Collectors.toSet());
        named.stream().filter(ref -> !there.contains(ref)).findFirst().ifPresent(ref -> {
            throw new InvalidInput(
                    "/fields/notSent",
                    "None of these letters has the reference " + ref + ". They are "
                            + String.join(", ", new TreeSet<>(there)));
        });
        return named;
    }
}
