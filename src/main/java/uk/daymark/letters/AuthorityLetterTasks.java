package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letter.State;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.web.Conflict;
import uk.daymark.web.InvalidInput;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The tasks of the model {@code authority-letter}: decide about a letter that is held; post it and keep the proof. */
@Component
class AuthorityLetterTasks implements TaskHandler {

    private static final String CHECK_HOLD = "check-authority-hold";
    private static final String SENDING = "letterSending";
    private static final String SENT_ON = "sentOn";
    private static final String POSTAGE = "postage";

    private final Letters letters;
    private final LetterStore store;
    private final LetterOrders orders;
    private final LetterChanges changes;
    private final HeldLetters held;
    private final Journal journal;
    private final Dates dates;
    private final Clock clock;

    AuthorityLetterTasks(
            Letters letters,
            LetterStore store,
            LetterOrders orders,
            LetterChanges changes,
            HeldLetters held,
            Journal journal,
            Dates dates,
            Clock clock) {
        this.letters = letters;
        this.store = store;
        this.orders = orders;
        this.changes = changes;
        this.held = held;
        this.journal = journal;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Letters.AUTHORITY_MODEL);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        LetterOrder order = order(task);
        List<Letter> open = open(task);
        List<Fact> facts = new ArrayList<>();
        open.forEach(letter -> facts.add(new Fact(
                "Letter to " + letter.recipient(),
                letter.ref() + ", " + letter.title() + ", says " + letter.figures() + " missed\n"
                        + (letter.state() == State.HELD
                                ? "The address is not shown while the letter is held"
                                : String.join(", ", letter.address())),
                Optional.of("/letters/" + letter.ref()))));
        if (task.kind().equals(CHECK_HOLD)) {
            facts.add(held.why(order));
            if (open.stream().anyMatch(letter -> letter.holds().contains(LetterHolds.WITHOUT_SENDER))) {
                facts.add(new Fact(
                        "Letterhead",
                        "Its address is set up once for all letters of the authority. Choose \"Write it anew\" when it is there.",
                        Optional.of("/letters/authority-letterhead")));
            }
            return facts;
        }
        List<String> changed = changes.since(order, open);
        if (!changed.isEmpty()) {
            facts.add(new Fact("Changed since it was written", String.join("\n", changed)));
        }
        List<String> against = against(task, Optional.of(LocalDate.now(clock)));
        if (!against.isEmpty()) {
            facts.add(new Fact("Do not post it", String.join("\n", against)));
        }
        changes.notPostable(order, open).forEach((who, why) -> facts.add(new Fact("Cannot be posted to " + who, why)));
        order.postWithin()
                .flatMap(days -> open.stream().findFirst().map(letter -> changes.postBy(letter, days)))
                .ifPresent(last -> facts.add(new Fact(
                        "Post it by", dates.weekday(last) + ": it speaks of days that are counted from then.")));
        facts.add(new Fact("How it may be sent", "By post, or delivered by hand. Keep the proof of posting."));
        return facts;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        List<Letter> open = open(task);
        if (task.kind().equals(CHECK_HOLD)) {
            return held.decide(order(task), open, answer);
        }
        switch (answer.text(SENDING)) {
            case "anew" -> {
                return Map.of("letterOutcome", "anew");
            }
            case "stop" -> {
                new Conditions(answer)
                        .text("reason", "Enter why the letter is not posted")
                        .check();
                letters.stop(open, answer.text("reason"));
                return Map.of("letterOutcome", "stop");
            }
            default -> {
                return posted(task, answer, open);
            }
        }
    }

    private Map<String, Object> posted(TaskAbout task, Answer answer, List<Letter> open) {
        if (open.isEmpty()) {
            throw new Conflict("This letter has been withdrawn. Nothing was recorded.");
        }
        LetterOrder order = order(task);
        boolean byHand = answer.text(POSTAGE).equals("by-hand");
        Map<String, String> unreachable = byHand ? Map.of() : changes.notPostable(order, open);
        boolean inThePost = answer.text("sentBeforeChange").equals("yes");
        List<String> changed = changes.since(order, open);
        List<String> against = against(task, answer.date(SENT_ON));
        new Conditions(answer)
                .day(SENT_ON, "Enter the day on which it was posted")
                .day(
                        SENT_ON,
                        day -> since(open, day),
                        "The day must not be after today, nor before the letter was written")
                .text(POSTAGE, "Choose how it was posted")
                .text("proof", "Enter what proves that it was posted")
                .holds(
                        unreachable.isEmpty(),
                        SENDING,
                        "The letter cannot be posted: " + String.join(", ", unreachable.values())
                                + ". Have the school correct the address, or do not post it")
                .holds(
                        changed.isEmpty() || inThePost,
                        SENDING,
                        String.join(" ", changed) + " Nothing was recorded. Choose to write the letter anew, or say"
                                + " below that it is in the post already")
                .holds(
                        against.isEmpty() || inThePost,
                        SENDING,
                        "It is not to be posted. " + String.join(" ", against)
                                + " Nothing was recorded. Choose that you"
                                + " did not post it, or say below that it is in the post already")
                .check();
        LocalDate on = answer.date(SENT_ON)
                .orElseThrow(() -> new InvalidInput("/fields/" + SENT_ON, "Enter the day on which it was posted"));
        open.forEach(letter -> letters.sent(
                letter, State.POSTED, on, answer.text(POSTAGE), answer.text("proof"), answer.text("reason")));
        letters.offered(open, on);
        despite(task, open, changed, against);
        return Map.of(
                "letterOutcome",
                "sent",
                "letterSent",
                true,
                "postedOn",
                on.atStartOfDay(LondonTime.ZONE).toInstant());
    }

    /** It was in the post already: what was found too late is written down, and whoever knows the letter hears what stood against it. */
    private void despite(TaskAbout task, List<Letter> sent, List<String> changed, List<String> against) {
        List<String> all = Stream.concat(changed.stream(), against.stream()).toList();
        if (!all.isEmpty()) {
            journal.write(Entry.of(
                    task.key(),
                    "LETTER",
                    sent.stream().map(Letter::ref).collect(Collectors.joining(", "))
                            + ": in the post already when something was found against posting it.",
                    String.join(" ", all)));
        }
        if (!against.isEmpty()) {
            orders.posted(template(task), task.key(), against);
        }
    }

    private List<String> against(TaskAbout task, Optional<LocalDate> day) {
        return day.map(on -> orders.againstPosting(template(task), task.key(), on))
                .orElseGet(List::of);
    }

    private boolean since(List<Letter> open, LocalDate day) {
        return !day.isAfter(LocalDate.now(clock))
                && open.stream()
                        .noneMatch(letter -> day.isBefore(LocalDate.ofInstant(letter.proposedAt(), LondonTime.ZONE)));
    }

    private List<Letter> open(TaskAbout task) {
        return store.open(task.key(), template(task));
    }

    private LetterOrder order(TaskAbout task) {
        return orders.order(template(task), task.key());
    }

    private String template(TaskAbout task) {
        return store.templateOfTask(task.id())
                .orElseThrow(
                        () -> new IllegalStateException("Nobody knows which letter task " + task.id() + " is about"));
    }
}
