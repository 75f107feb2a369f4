package uk.daymark.enforcement.post;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.WorkingDays;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;
import uk.daymark.worklist.WordBook;

/** Says on the work list whom a letter of the authority goes to. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ParentLetterTasks implements TaskDescriber {

    private final ParentCases parents;
    private final ParentLetters parentLetters;
    private final Letters letters;
    private final WorkingDays workingDays;
    private final WordBook words = new WordBook("messages.parent-letters");
    private final Clock clock;

    ParentLetterTasks(
            ParentCases parents,
            ParentLetters parentLetters,
            Letters letters,
            BankHolidayChanges holidays,
            Clock clock) {
        this.parents = parents;
        this.parentLetters = parentLetters;
        this.letters = letters;
        this.workingDays = new WorkingDays(new BankHolidays(holidays.extra(), holidays.removed()));
        this.clock = clock;
    }

    @Override
    public boolean describes(String model, String key) {
        return model.equals(Letters.AUTHORITY_MODEL) && ParentKey.of(key).isPresent();
    }

    @Override
    public Description describe(OpenedTask task) {
        ParentCase about = parents.of(task.key());
        String title = letters.ofKey(task.key()).stream()
                .reduce((earlier, later) -> later)
                .map(Letter::title)
                .orElse(task.name());
        LocalDate due = workingDays.add(LocalDate.now(clock), parentLetters.postWithin(about.policy()));
        return about.task(
                words.say(
                        task.kind() + ".title",
                        title,
                        about.parent().name(),
                        about.file().pupilName()),
                words.say(task.kind() + ".why"),
                words.say("letter.change"),
                due,
                1);
    }
}
