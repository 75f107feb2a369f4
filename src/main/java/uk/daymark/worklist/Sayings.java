package uk.daymark.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;
import uk.daymark.access.PersonNames;
import uk.daymark.access.SignedIn;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;

/** Who has a task or had it, and what became of it, in sentences. */
@Component
public class Sayings {

    private final PersonNames names;
    private final Dates dates;
    private final Clock clock;

    Sayings(PersonNames names, Dates dates, Clock clock) {
        this.names = names;
        this.dates = dates;
        this.clock = clock;
    }

    /** "Olu Office took this at 9:14am." to others, "You took this at 9:14am." to themselves. */
    public String held(WorkItem item, SignedIn reader) {
        String holder = item.assignee().map(user -> name(user, reader)).orElse("Nobody");
        return holder + " took this"
                + item.assignedAt().map(at -> " " + when(at)).orElse("") + ".";
    }

    /** "Olu Office did this at 9:14am." or "This task was withdrawn at 9:14am: illness, by the register." */
    public String ended(WorkItem item, SignedIn reader) {
        return item.ended()
                .map(end -> item.state() == WorkItem.State.DONE
                        ? name(end.by(), reader) + " did this " + when(end.at()) + "."
                        : "This task was withdrawn " + when(end.at()) + ": " + sentence(end.because()))
                .orElse("This task is still to be done.");
    }

    /** "Postponed to 20 September 2025: she is abroad." Empty text where it is not. */
    public String postponed(WorkItem item) {
        return item.postponed()
                .filter(put -> item.isPostponed(clock.instant()))
                .map(put -> "Postponed to " + dates.day(london(put.until()).toLocalDate()) + ": " + sentence(put.why()))
                .orElse("");
    }

    /** The name as colleagues read it; "You" to the person themselves, "Daymark" where time or a rule did it. */
    public String name(String userName, SignedIn reader) {
        if (userName.equals(reader.userName())) {
            return "You";
        }
        return names.of(userName);
    }

    /** "at 9:14am" today, "on 14 September 2025 at 9:14am" on another day. */
    String when(Instant moment) {
        LocalDateTime then = london(moment);
        return then.toLocalDate().equals(london(clock.instant()).toLocalDate())
                ? "at " + dates.time(then.toLocalTime())
                : "on " + dates.moment(then);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }

    private static LocalDateTime london(Instant moment) {
        return LocalDateTime.ofInstant(moment, LondonTime.ZONE);
    }
}
