package uk.daymark.enforcement.improve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.hold.SupportHolds;
import uk.daymark.enforcement.improve.ImprovementMeasure.Counted;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.time.Dates;
import uk.daymark.worklist.TaskHandler.Fact;

/** What the tasks of a notice to improve show above their forms. */
@Component
class ImprovementFacts {

    private final Offence offence;
    private final SupportHolds holds;
    private final Support support;
    private final TimeToImprove times;
    private final Dates dates;

    ImprovementFacts(Offence offence, SupportHolds holds, Support support, TimeToImprove times, Dates dates) {
        this.offence = offence;
        this.holds = holds;
        this.support = support;
        this.times = times;
        this.dates = dates;
    }

    /** What a notice would rest on, and what stands against it. */
    List<Fact> beforeGiving(ImprovementCase about) {
        List<MarkedSession> missed = offence.of(about);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("For", about.whom()));
        facts.add(new Fact("Missed without leave", missed.size() + " sessions\n" + sessions(missed)));
        List<CheckedRule> held = held(about);
        if (!held.isEmpty()) {
            facts.add(new Fact("What holds a sanction", inWords(held)));
        }
        offence.limit(about, missed)
                .ifPresent(limit -> facts.add(new Fact(
                        "Time limit for a prosecution",
                        "Safe until " + dates.day(limit.safe()) + ", at the latest " + dates.day(limit.outer())
                                + ". It runs on, whatever holds a sanction.")));
        List<Integer> length = times.length(about.policy());
        facts.add(new Fact(
                "Length the policy allows",
                (length.get(0).equals(length.get(1)) ? "" : length.get(0) + " to ") + length.get(1) + " "
                        + times.unit(about.policy())));
        facts.add(new Fact("Support on record", supportOnRecord(about)));
        return facts;
    }

    /** What was counted in the time to improve, and what the notice asks. */
    List<Fact> ofTheTime(ImprovementNotice notice, Counted counted) {
        List<Fact> facts = new ArrayList<>();
        notice.time()
                .ifPresent(time ->
                        facts.add(new Fact("Time to improve", dates.day(time.from()) + " to " + dates.day(time.to()))));
        facts.add(new Fact("What counts as enough", notice.asks().enough()));
        facts.add(new Fact("Ground for ending early", notice.asks().early().sentence()));
        facts.add(new Fact(
                "Missed without leave",
                counted.missed().size() + " sessions of " + counted.planned() + "; the notice allows "
                        + counted.allowed() + ".\n" + sessions(counted.missed())));
        if (!counted.notFirm().isEmpty()) {
            facts.add(new Fact(
                    "Not firm yet",
                    counted.notFirm().size() + " sessions have no reason yet, or a code that the school's register has"
                            + " not taken. Nothing may be decided against the parent on them.\n"
                            + sessions(counted.notFirm())));
        }
        if (!counted.notMarked().isEmpty()) {
            facts.add(new Fact(
                    "Not marked",
                    counted.notMarked().size()
                            + " sessions have no mark. Nothing may be decided against the parent on them."));
        }
        return facts;
    }

    /** What holds a sanction today. */
    List<CheckedRule> held(ImprovementCase about) {
        return holds.of(about.file(), about.policy(), offence.route(about));
    }

    /** A rule for people: what it found, until when, where it is written, what would change it. */
    String inWords(List<CheckedRule> rules) {
        return rules.stream()
                .map(rule -> rule.message()
                        + rule.until()
                                .map(day -> " Held until " + dates.day(day) + ".")
                                .orElse("") + " " + rule.whatWouldChangeThis() + " (" + rule.code() + "; "
                        + rule.source() + ")")
                .collect(Collectors.joining("\n"));
    }

    /** The support on record, a line each. */
    String supportOnRecord(ImprovementCase about) {
        String known = support.of(about.file().ref()).records().stream()
                .map(record -> support.words(record.details()))
                .collect(Collectors.joining("\n"));
        return known.isEmpty() ? "None recorded" : known;
    }

    private String sessions(List<MarkedSession> missed) {
        return missed.stream()
                .map(marked -> session(marked.session()) + ": " + marked.code().token())
                .collect(Collectors.joining("\n"));
    }

    private String session(Session session) {
        return dates.weekday(session.date()) + (session.half() == Half.AM ? ", morning" : ", afternoon");
    }
}
