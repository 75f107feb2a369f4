package uk.daymark.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.WorkingDays;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;

/** What has changed since letters were written, and what stands against posting them now. */
@Component
class LetterChanges {

    private final LetterGathering gathering;
    private final LetterWriter writer;
    private final LetterHolds letterHolds;
    private final WorkingDays workingDays;
    private final Dates dates;
    private final Clock clock;

    LetterChanges(
            LetterGathering gathering,
            LetterWriter writer,
            LetterHolds letterHolds,
            BankHolidayChanges holidays,
            Dates dates,
            Clock clock) {
        this.gathering = gathering;
        this.writer = writer;
        this.letterHolds = letterHolds;
        this.workingDays = new WorkingDays(new BankHolidays(holidays.extra(), holidays.removed()));
        this.dates = dates;
        this.clock = clock;
    }

    /** What has changed since these letters were written, as sentences; empty where they say what the records say now. */
    List<String> since(LetterOrder order, List<Letter> letters) {
        LetterAbout now = gathering.about(order);
        List<String> changes = new ArrayList<>();
        String figures = writer.figures(now);
        for (Letter letter : letters) {
            if (!letter.fingerprint().equals(now.figures().fingerprint())) {
                changes.add(
                        letter.figures().equals(figures)
                                ? "The register has changed: other sessions were missed, or for other reasons."
                                : "The register has changed: the letter says " + letter.figures()
                                        + ", the register now says " + figures + ".");
                break;
            }
        }
        for (Letter letter : letters) {
            Optional<Recipient> person = now.recipients().stream()
                    .filter(one -> one.contact().id().equals(letter.contact()))
                    .findFirst();
            if (person.isEmpty()) {
                changes.add(letter.recipient() + " must not be written to any more.");
            } else if (!person.get().address().equals(letter.address())) {
                changes.add("The address of " + letter.recipient() + " has changed.");
            } else if (!person.get().name().equals(letter.recipient())) {
                changes.add("The name of " + letter.recipient() + " has changed.");
            }
        }
        if (now.fromTheAuthority()
                && letters.stream().anyMatch(letter -> !letter.text().startsWith(String.join("\n", now.sender())))) {
            changes.add("The letterhead of the authority has changed.");
        }
        order.postWithin()
                .ifPresent(days -> letters.stream()
                        .map(letter -> postBy(letter, days))
                        .filter(last -> LocalDate.now(clock).isAfter(last))
                        .findFirst()
                        .ifPresent(last -> changes.add(
                                "It speaks of days to come and was to be posted by " + dates.day(last) + ".")));
        now.recipients().stream()
                .filter(person -> letters.stream()
                        .noneMatch(letter ->
                                letter.contact().equals(person.contact().id())))
                .forEach(person -> changes.add(person.name() + " is to be written to as well."));
        List<String> known =
                letters.stream().flatMap(letter -> letter.holds().stream()).toList();
        letterHolds.ask(now).stream()
                .filter(hold -> !known.contains(hold.rule()))
                .forEach(hold -> changes.add(hold.sentence()));
        return changes;
    }

    /** The last day on which a letter may be posted as it was written. */
    LocalDate postBy(Letter letter, int workingDaysAfter) {
        return workingDays.add(LocalDate.ofInstant(letter.proposedAt(), LondonTime.ZONE), workingDaysAfter);
    }

    /** Why letters of this order cannot be posted, by the parent's name; empty where all can. */
    Map<String, String> notPostable(LetterOrder order, List<Letter> letters) {
        Map<String, String> why = new TreeMap<>();
        for (Recipient person : gathering.about(order).recipients()) {
            if (letters.stream()
                    .anyMatch(letter -> letter.contact().equals(person.contact().id()))) {
                person.whyNotPostable().ifPresent(reason -> why.put(person.name(), reason));
            }
        }
        return why;
    }
}
