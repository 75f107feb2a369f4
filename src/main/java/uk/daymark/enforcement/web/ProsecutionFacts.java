package uk.daymark.enforcement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.enforcement.court.Prosecution;
import uk.daymark.enforcement.court.ProsecutionFile;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.time.Dates;

/** The clocks and the steps of a prosecution in words. */
@Component
class ProsecutionFacts {

    private final People people;
    private final Dates dates;
    private final Clock clock;

    ProsecutionFacts(People people, Dates dates, Clock clock) {
        this.people = people;
        this.dates = dates;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What to say first where the time to begin runs out; empty text where it does not, or it was begun. */
    String nearly(ProsecutionFile file) {
        ProsecutionLimit limit = file.prosecution().limit();
        if (!file.prosecution().open()
                || file.prosecution().begun().isPresent()
                || today().isBefore(file.littleTimeFrom())) {
            return "";
        }
        if (today().isAfter(limit.outer())) {
            return "The time limit has passed: it ended on " + dates.day(limit.outer()) + ".";
        }
        return today().isAfter(limit.safe())
                ? "The limit counted from the first session passed on " + dates.day(limit.safe())
                        + ". Counted from the last it ends on " + dates.day(limit.outer()) + "."
                : "Little time is left: it has to be begun by " + dates.day(limit.safe()) + ".";
    }

    Map<String, String> clocks(ProsecutionFile file) {
        Prosecution prosecution = file.prosecution();
        Map<String, String> clocks = new LinkedHashMap<>();
        clocks.put(
                prosecution.sessions().isEmpty() ? "Absence" : "Sessions charged",
                dates.day(prosecution.charged().from()) + " to "
                        + dates.day(prosecution.charged().to()));
        clocks.put("Begin by (safe)", dates.day(prosecution.limit().safe()) + ", counted from the first session");
        clocks.put("Begin by (outer)", dates.day(prosecution.limit().outer()) + ", counted from the last session");
        prosecution
                .begun()
                .ifPresent(begun -> clocks.put(
                        "Begun",
                        dates.day(begun.on())
                                + (begun.courtReference().isBlank() ? "" : ", reference " + begun.courtReference())));
        file.notice()
                .ifPresent(notice -> clocks.put(
                        "Notice before",
                        notice.notice().ref() + ": " + notice.state().title()));
        return clocks;
    }

    /** Each step that was taken, in order. */
    Map<String, String> steps(Prosecution prosecution) {
        Map<String, String> steps = new LinkedHashMap<>();
        if (!prosecution.ladderReason().isBlank()) {
            steps.put("Why an earlier step was left out", prosecution.ladderReason());
        }
        prosecution
                .order()
                .ifPresent(order -> steps.put("Education supervision order", order.considered() + by(order.act())));
        prosecution.caution().filter(caution -> caution.act().isPresent()).ifPresent(caution -> {
            steps.put(
                    "Caution",
                    caution.cautionedOn()
                                    .map(day -> "Given on " + dates.day(day))
                                    .orElse("Not given")
                            + (caution.adviceTold() ? ". Told about legal advice" : ". Not told about legal advice")
                            + caution.act().map(this::by).orElse(""));
            steps.put("What the parent said", caution.answers().isBlank() ? "Nothing" : caution.answers());
            if (!caution.knowledge().isBlank()) {
                steps.put("That the parent knew and did not act", caution.knowledge());
            }
        });
        prosecution
                .certificate()
                .ifPresent(certificate -> steps.put(
                        "Headteacher’s certificate", "Signed as " + certificate.signedAs() + by(certificate.act())));
        prosecution.gathered().ifPresent(act -> steps.put("Evidence gathered", said(act)));
        prosecution.authorised().ifPresent(authority -> steps.put("Authorised", authority.why() + by(authority.act())));
        if (!prosecution.hearings().isEmpty()) {
            steps.put(
                    "Hearings",
                    prosecution.hearings().stream().map(this::hearing).collect(Collectors.joining("\n")));
        }
        prosecution.result().ifPresent(result -> steps.put("Result", result(result)));
        if (!prosecution.endedWhy().isBlank()) {
            steps.put("Why it ended", prosecution.endedWhy());
        }
        return steps;
    }

    private String hearing(Prosecution.Hearing hearing) {
        return dates.day(hearing.on()) + ", " + hearing.court() + ": " + people.displayName(hearing.attender())
                + hearing.confirmedAt()
                        .map(at -> " confirmed on " + dates.moment(at))
                        .orElse(" has not confirmed yet");
    }

    private String result(Prosecution.Result result) {
        List<String> all = new ArrayList<>();
        all.add(result.verdict().title() + " on " + dates.day(result.on()));
        result.fine().filter(Money::any).ifPresent(money -> all.add("fine " + money));
        result.costs().filter(Money::any).ifPresent(money -> all.add("costs " + money));
        result.surcharge().filter(Money::any).ifPresent(money -> all.add("victim surcharge " + money));
        result.custodyDays().filter(days -> days > 0).ifPresent(days -> all.add(days + " days in custody"));
        result.orderMonths()
                .filter(months -> months > 0)
                .ifPresent(months -> all.add("parenting order for " + months + " months"));
        if (!result.otherSentence().isBlank()) {
            all.add(result.otherSentence());
        }
        return String.join(", ", all) + ". Recorded by " + people.displayName(result.by());
    }

    private String by(Prosecution.Act act) {
        return " (" + said(act) + ")";
    }

    private String said(Prosecution.Act act) {
        return people.displayName(act.by()) + ", " + dates.moment(act.at());
    }
}
