package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.letters.Letter.State;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Conflict;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The tasks of the model {@code family-letter}: decide about a letter that is held; print and post it. */
@Component
class LetterTasks implements TaskHandler {

    private static final String CHECK_HOLD = "check-hold";

    private final Letters letters;
    private final LetterStore store;
    private final LetterOrders orders;
    private final LetterChanges changes;
    private final HeldLetters held;
    private final Clock clock;

    LetterTasks(
            Letters letters,
            LetterStore store,
            LetterOrders orders,
            LetterChanges changes,
            HeldLetters held,
            Clock clock) {
        this.letters = letters;
        this.store = store;
        this.orders = orders;
        this.changes = changes;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Letters.MODEL);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        String template = template(task);
        List<Letter> open = store.open(task.key(), template);
        List<Fact> facts = new ArrayList<>();
        open.forEach(letter -> facts.add(
                new Fact("Letter to " + letter.recipient(), about(letter), Optional.of("/letters/" + letter.ref()))));
        LetterOrder order = orders.order(template, task.key());
        if (task.kind().equals(CHECK_HOLD)) {
            facts.add(held.why(order));
            if (open.size() > 1) {
                open.stream()
                        .filter(letter -> letters.holds(order, letter).isEmpty())
                        .forEach(letter -> facts.add(new Fact(
                                "About " + letter.recipient(),
                                "Nothing speaks against this letter alone. You may send it and hold the other back.")));
            }
        } else {
            List<String> changed = changes.since(order, open);
            if (!changed.isEmpty()) {
                facts.add(new Fact("Changed since it was written", String.join("\n", changed)));
            }
            facts.add(new Fact("How it may be sent", ways(open)));
        }
        return facts;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        return task.kind().equals(CHECK_HOLD)
                ? held.decide(orders.order(template(task), task.key()), store.open(task.key(), template(task)), answer)
                : sending(task, answer);
    }

    private Map<String, Object> sending(TaskAbout task, Answer answer) {
        String template = template(task);
        List<Letter> open = store.open(task.key(), template);
        String reason = answer.text("reason");
        switch (answer.text("letterSending")) {
            case "anew" -> {
                return Map.of("letterOutcome", "anew");
            }
            case "stop" -> {
                if (reason.isBlank()) {
                    throw new InvalidInput("/fields/reason", "Enter why the letters are not sent");
                }
                letters.stop(open, reason);
                return Map.of("letterOutcome", "stop");
            }
            default -> {
                return sent(task, answer, open, reason);
            }
        }
    }

    private Map<String, Object> sent(TaskAbout task, Answer answer, List<Letter> open, String reason) {
        if (open.isEmpty()) {
            throw new Conflict("These letters have been withdrawn. Nothing was recorded.");
        }
        boolean posted = answer.text("letterSending").equals("posted");
        Set<String> kept = HeldLetters.kept(answer, open);
        List<Letter> out =
                open.stream().filter(letter -> !kept.contains(letter.ref())).toList();
        List<Fault> faults = new ArrayList<>(faults(answer, posted, out, kept, reason));
        if (posted && !answer.text("postage").equals("by-hand")) {
            changes.notPostable(orders.order(template(task), task.key()), out)
                    .forEach((who, why) -> faults.add(new Fault(
                            "/fields/letterSending",
                            "The letter to " + who + " cannot be posted: " + why
                                    + ". Have the address corrected, or name the letter below as not sent")));
        }
        if (!answer.text("sentBeforeChange").equals("yes")) {
            List<String> changed = changes.since(orders.order(template(task), task.key()), open);
            if (!changed.isEmpty()) {
                faults.add(new Fault(
                        "/fields/letterSending",
                        String.join(" ", changed)
                                + " Nothing was recorded. Choose to write the letters anew, or say below"
                                + " that they were in the post already"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        LocalDate on = answer.date("sentOn").orElseThrow();
        out.forEach(letter -> letters.sent(
                letter, posted ? State.POSTED : State.EMAILED, on, posted ? answer.text("postage") : "", "", reason));
        letters.offered(out, on);
        letters.stop(open.stream().filter(letter -> kept.contains(letter.ref())).toList(), reason);
        return Map.of(
                "letterOutcome",
                "sent",
                "letterSent",
                true,
                "letterSentOn",
                on.atStartOfDay(LondonTime.ZONE).toInstant());
    }

    private List<Fault> faults(Answer answer, boolean posted, List<Letter> out, Set<String> kept, String reason) {
        List<Fault> faults = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        answer.date("sentOn")
                .ifPresentOrElse(
                        day -> {
                            if (day.isAfter(today)
                                    || out.stream()
                                            .anyMatch(letter -> day.isBefore(
                                                    LocalDate.ofInstant(letter.proposedAt(), LondonTime.ZONE)))) {
                                faults.add(new Fault(
                                        "/fields/sentOn",
                                        "The day must not be after today, nor before the letter was written"));
                            }
                        },
                        () -> faults.add(new Fault("/fields/sentOn", "Enter the day on which they were sent")));
        if (posted && answer.text("postage").isBlank()) {
            faults.add(new Fault("/fields/postage", "Choose how they were posted"));
        }
        if (!posted) {
            out.stream()
                    .filter(letter -> letter.email().isEmpty())
                    .forEach(
                            letter -> faults.add(
                                    new Fault(
                                            "/fields/letterSending",
                                            letter.legalWarning()
                                                    ? "A letter with a legal warning goes by post"
                                                    : letter.recipient()
                                                            + " has no e-mail address that is theirs alone: post the letter, or name it below as not sent")));
        }
        if (!kept.isEmpty() && reason.isBlank()) {
            faults.add(new Fault("/fields/reason", "Enter why " + String.join(", ", kept) + " was not sent"));
        }
        if (out.isEmpty()) {
            faults.add(new Fault("/fields/notSent", "If none of them was sent, choose that you did not send them"));
        }
        return faults.stream().distinct().toList();
    }

    private static String about(Letter letter) {
        return letter.ref() + ", " + letter.title() + ", says " + letter.figures() + " missed\n"
                + (letter.state() == State.HELD
                        ? "The address is not shown while the letter is held"
                        : String.join(", ", letter.address()));
    }

    private static String ways(List<Letter> open) {
        if (open.stream().anyMatch(Letter::legalWarning)) {
            return "By post only: it has a legal warning";
        }
        String emails = open.stream()
                .filter(letter -> !letter.email().isEmpty())
                .map(letter -> letter.recipient() + ": " + letter.email())
                .collect(Collectors.joining("\n"));
        return emails.isEmpty() ? "By post" : "By post, or by e-mail to\n" + emails;
    }

    private String template(TaskAbout task) {
        return store.templateOfTask(task.id())
                .orElseThrow(
                        () -> new IllegalStateException("Nobody knows which letter task " + task.id() + " is about"));
    }
}
