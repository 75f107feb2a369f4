package uk.daymark.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.escalation.Meetings.Contract;
import uk.daymark.escalation.Meetings.Meeting;
import uk.daymark.escalation.Meetings.Outcome;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/** The tasks of the model {@code parent-contract-meeting}. */
@Component
class MeetingTasks implements TaskHandler {

    private static final String HELD = "held";
    private static final String MEETING_ON = "meetingOn";
    private static final String REVIEW_ON = "reviewOn";

    private final OpenCases open;
    private final Meetings meetings;
    private final Support support;
    private final CasePolicy policy;
    private final Journal journal;
    private final Dates dates;

    MeetingTasks(OpenCases open, Meetings meetings, Support support, CasePolicy policy, Journal journal, Dates dates) {
        this.open = open;
        this.meetings = meetings;
        this.support = support;
        this.policy = policy;
        this.journal = journal;
        this.dates = dates;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.MEETING);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        CaseFile file = open.of(task.key());
        List<Fact> facts = new ArrayList<>();
        meetings.of(file.ref()).forEach(meeting -> facts.add(new Fact("Meeting", words(meeting))));
        if (task.kind().equals("review-contract")) {
            meetings.contract(file.ref()).ifPresent(contract -> {
                facts.add(new Fact("The parents", contract.parentsDo()));
                facts.add(new Fact("The school", contract.schoolDoes()));
            });
        }
        return facts;
    }

    @Override
    public Map<String, Object> values(TaskAbout task) {
        return task.kind().equals("plan-meeting")
                ? Map.of(MEETING_ON, earliest(open.of(task.key())).toString())
                : Map.of();
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CaseFile file = open.of(task.key());
        return switch (task.kind()) {
            case "plan-meeting" -> plan(file, answer);
            case "hold-meeting" -> hold(file, answer);
            case "agree-contract" -> agree(file, answer);
            case "set-targets" -> targets(file, answer);
            default -> review(file, answer);
        };
    }

    private LocalDate earliest(CaseFile file) {
        return policy.schoolDaysFromToday(file.school(), policy.number(file, "meeting.notice"));
    }

    private Map<String, Object> plan(CaseFile file, Answer answer) {
        LocalDate earliest = earliest(file);
        new Conditions(answer)
                .day(MEETING_ON, "Enter the day of the meeting")
                .day(
                        MEETING_ON,
                        on -> !on.isBefore(earliest),
                        "The policy gives parents notice: the earliest day is " + dates.day(earliest))
                .day(
                        MEETING_ON,
                        on -> !policy.calendarKnown(file.school()) || policy.isSchoolDay(file.school(), on),
                        "The school is not open on that day")
                .check();
        meetings.arrange(
                file.ref(),
                answer.date(MEETING_ON).orElseThrow(),
                answer.text("meetingAt"),
                answer.text("meetingPlace"));
        return Map.of();
    }

    private Map<String, Object> hold(CaseFile file, Answer answer) {
        Meeting meeting = last(file);
        String what = answer.text("meeting");
        LocalDate today = policy.today();
        Conditions conditions = new Conditions(answer);
        if (what.equals(HELD)) {
            conditions
                    .day("heldOn", "Enter the day of the meeting")
                    .day("heldOn", on -> !on.isAfter(today), "The day must not be in the future")
                    .text("heldWith", "Enter who came")
                    .text("discussed", "Enter what was discussed");
        } else if (what.equals("nobody-came")) {
            conditions.holds(
                    !meeting.on().isAfter(today),
                    "meeting",
                    "The meeting is on " + dates.day(meeting.on()) + ": whether somebody comes is not known before");
        }
        conditions.check();
        switch (what) {
            case HELD -> {
                LocalDate on = answer.date("heldOn").orElseThrow();
                meetings.outcome(meeting, Outcome.HELD, on, answer.text("heldWith"), answer.text("discussed"));
                support.add(
                        file.ref(),
                        new Details(
                                SupportKind.MEETING,
                                Optional.of(on),
                                "meeting",
                                Response.ACCEPTED,
                                Optional.empty(),
                                answer.text("heldWith"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                answer.text("discussed"),
                                ""),
                        answer.text("reason"));
            }
            case "nobody-came" -> meetings.outcome(meeting, Outcome.NOBODY_CAME, meeting.on(), "", "");
            default -> meetings.outcome(meeting, Outcome.PUT_OFF, meeting.on(), "", "");
        }
        boolean another = what.equals("nobody-came") && missed(file) < policy.number(file, "meeting.attempts");
        boolean targetsFirst = policy.text(policy.of(file), "meeting.targets").equals("each");
        return Map.of("meeting", what, "attemptLeft", another && !targetsFirst, "offerAgain", another && targetsFirst);
    }

    private Map<String, Object> agree(CaseFile file, Answer answer) {
        boolean signed = answer.text("signed").equals("both");
        if (signed) {
            Meeting meeting = last(file);
            if (meeting.outcome() != Outcome.HELD) {
                throw new Conflict("A contract cannot be agreed in the parents' absence.");
            }
            LocalDate from = answer.date("from").orElse(LocalDate.MAX);
            new Conditions(answer)
                    .day("from", "Enter the first day of the contract")
                    .day("until", "Enter the last day of the contract")
                    .day("until", until -> !until.isBefore(from), "The last day must not be before the first")
                    .day(REVIEW_ON, "Enter the day of the review")
                    .day(REVIEW_ON, on -> !on.isBefore(from), "The review must not be before the contract begins")
                    .text("parentsDo", "Enter what the parents will do")
                    .text("schoolDoes", "Enter what support the school will give")
                    .check();
            meetings.sign(
                    file.ref(),
                    new Contract(
                            meeting.id(),
                            policy.today(),
                            from,
                            answer.date("until").orElseThrow(),
                            answer.date(REVIEW_ON).orElseThrow(),
                            answer.text("parentsDo"),
                            answer.text("schoolDoes"),
                            ""));
        }
        return Map.of("signedByBoth", signed);
    }

    private Map<String, Object> targets(CaseFile file, Answer answer) {
        new Conditions(answer)
                .text("targets", "Enter at least one target")
                .day(REVIEW_ON, "Enter the day on which you look at them")
                .day(REVIEW_ON, on -> on.isAfter(policy.today()), "The day must be in the future")
                .check();
        meetings.targets(
                last(file), answer.text("targets"), answer.date(REVIEW_ON).orElseThrow());
        return Map.of();
    }

    private Map<String, Object> review(CaseFile file, Answer answer) {
        String kept = answer.text("kept");
        meetings.kept(file.ref(), kept);
        journal.write(Entry.of(
                file.ref().value(),
                "SUPPORT",
                "The attendance contract was reviewed: " + kept + ".",
                answer.text("reason")));
        return Map.of("meetingOutcome", kept);
    }

    private Meeting last(CaseFile file) {
        return meetings.last(file.ref()).orElseThrow(() -> new Conflict("No meeting has been arranged."));
    }

    private long missed(CaseFile file) {
        return meetings.of(file.ref()).stream()
                .filter(meeting -> meeting.outcome() == Outcome.NOBODY_CAME)
                .count();
    }

    private String words(Meeting meeting) {
        return dates.day(meeting.on()) + ", " + meeting.at() + ", " + meeting.place() + ": "
                + switch (meeting.outcome()) {
                    case ARRANGED -> "arranged";
                    case HELD -> "held with " + meeting.heldWith();
                    case NOBODY_CAME -> "nobody came";
                    case PUT_OFF -> "put off";
                };
    }
}
