package uk.daymark.firstday;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.firstday.Absentees.Absentee;
import uk.daymark.firstday.Families.Person;
import uk.daymark.people.EnrolmentId;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Says what the tasks of a contact round are about. */
@Component
class RoundTasks implements TaskDescriber {

    /** The kind of task that is a call. */
    static final String CALL = "call-household";

    static final int FIRST_OF_ALL = 9;

    private static final String UNTIL_EXPLAINED =
            "A code in the register that gives the reason, or a code decided here, withdraws this task.";

    private final Rounds rounds;
    private final Absentees absentees;
    private final Callees callees;
    private final LongAbsences longAbsences;
    private final Clock clock;

    RoundTasks(Rounds rounds, Absentees absentees, Callees callees, LongAbsences longAbsences, Clock clock) {
        this.rounds = rounds;
        this.absentees = absentees;
        this.callees = callees;
        this.longAbsences = longAbsences;
        this.clock = clock;
    }

    @Override
    public boolean describes(String model, String key) {
        return model.equals(Round.MODEL);
    }

    @Override
    public Description describe(OpenedTask task) {
        Round round = rounds.get(task.key());
        Timings timings = absentees.timings(round);
        Missing missing = absentees.missing(timings, round.pupils(), absentees.standing(round.pupils()));
        Instant now = clock.instant();
        Instant today = timings.endOf(workingDay(timings));
        int urgent = number(task, "urgent").map(Long::intValue).orElse(0);
        return switch (task.kind()) {
            case CALL -> call(task, round, timings, missing, urgent);
            case "send-message" ->
                new Task(missing.pupils(), "Send a message about ", "no parent or carer answered", UNTIL_EXPLAINED)
                        .due(timings.callBy(missing.last().orElseThrow(), now), urgent)
                        .describe(round);
            case "decide-leave" ->
                new Task(
                                missing.pupils(),
                                "Decide on leave for ",
                                "a parent asked for leave in a call",
                                UNTIL_EXPLAINED)
                        .due(today, 0)
                        .describe(round);
            case "missing-child" ->
                new Task(
                                round.pupils(),
                                "Find ",
                                "the parent thought the child was in school",
                                "Only finding the pupil ends this task.")
                        .due(now, FIRST_OF_ALL)
                        .describe(round);
            case "decide-home-visit" ->
                new Task(missing.pupils(), "Decide on a home visit to ", "nobody could be reached", UNTIL_EXPLAINED)
                        .due(today, urgent)
                        .describe(round);
            case "home-visit" ->
                new Task(missing.pupils(), "Record the home visit to ", "a visit was decided on", UNTIL_EXPLAINED)
                        .due(today, urgent)
                        .describe(round);
            case "confirm-absence-code" -> confirm(round, timings, missing);
            case "tell-social-worker" -> {
                List<EnrolmentId> whose = number(task, "socialWorkerOf")
                        .map(id -> List.of(new EnrolmentId(id)))
                        .orElse(round.pupils());
                yield new Task(whose, "Tell the social worker of ", "absent without a reason", UNTIL_EXPLAINED)
                        .due(today, FIRST_OF_ALL - 1)
                        .describe(round);
            }
            case "tell-authority" ->
                new Task(
                                longAbsences.open(round.ref()).stream()
                                        .map(LongAbsences.Return::enrolment)
                                        .toList(),
                                "Tell the local authority about ",
                                timings.policy()
                                                .number("return.10day.days", LocalDate.now(clock))
                                                .orElseThrow()
                                        + " school days absent without contact",
                                "A reason for every absence withdraws this task.")
                        .due(timings.endOf(timings.nextSchoolDay(LocalDate.now(clock))), 0)
                        .describe(round);
            default -> throw new IllegalStateException("No words for " + task.kind());
        };
    }

    private Description call(OpenedTask task, Round round, Timings timings, Missing missing, int urgent) {
        Callees.Call call = callees.of(round);
        Missing asked = missing.of(call.pupils());
        String day = asked.days() > 1 ? Sentences.nth(asked.days()) + " day" : "";
        boolean back = Boolean.TRUE.equals(task.variables().get("back"));
        String why = (back ? "back in school, no reason given" : "no reason given")
                + (day.isEmpty() ? "" : ", " + day)
                + early(task);
        return new Task(
                        call.pupils(),
                        "Ring " + call.person().map(Person::name).orElse("the household") + " about ",
                        why,
                        UNTIL_EXPLAINED)
                .due(timings.callBy(asked.last().or(missing::last).orElseThrow(), clock.instant()), urgent)
                .describe(round);
    }

    /** Why the call comes before others, where it does. */
    private static String early(OpenedTask task) {
        Object early = task.variables().getOrDefault("early", "");
        return early.equals("") ? "" : "; " + early;
    }

    private Description confirm(Round round, Timings timings, Missing missing) {
        Missing due = missing.due(timings, LocalDate.now(clock));
        Instant last = due.first()
                .flatMap(session -> timings.deadline(session.date()))
                .map(timings::endOf)
                .orElse(clock.instant());
        return new Task(
                        due.pupils(),
                        "Confirm the absence code of ",
                        "no reason by "
                                + Sentences.day(last.atZone(LondonTime.ZONE).toLocalDate())
                                + ", the last day to enter one",
                        "A code in the register that gives the reason withdraws this task.")
                .due(last, 0)
                .describe(round);
    }

    private LocalDate workingDay(Timings timings) {
        LocalDate today = LocalDate.now(clock);
        boolean still = timings.timetable().isSchoolDay(today)
                && timings.endOf(today).minus(Duration.ofMinutes(1)).isAfter(clock.instant());
        return still ? today : timings.nextSchoolDay(today);
    }

    private static Optional<Long> number(OpenedTask task, String name) {
        return task.variables().get(name) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** A task in the making. */
    private final class Task {

        private final List<Absentee> pupils;
        private final String title;
        private final String why;
        private final String whatWouldChangeThis;
        private Instant due = Instant.EPOCH;
        private int urgent;

        Task(Collection<EnrolmentId> pupils, String title, String why, String whatWouldChangeThis) {
            this.pupils = absentees.absentees(pupils);
            this.title = title;
            this.why = why;
            this.whatWouldChangeThis = whatWouldChangeThis;
        }

        Task due(Instant moment, int howUrgent) {
            this.due = moment;
            this.urgent = howUrgent;
            return this;
        }

        Description describe(Round round) {
            Absentee first =
                    pupils.isEmpty() ? absentees.absentee(round.pupils().get(0)) : pupils.get(0);
            String names = pupils.isEmpty()
                    ? first.name()
                    : Sentences.and(pupils.stream().map(Absentee::name).toList());
            return new Description(
                    round.school(),
                    first.id(),
                    first.enrolment().pupilRef(),
                    names,
                    Optional.empty(),
                    title + names,
                    why,
                    whatWouldChangeThis,
                    due,
                    urgent,
                    Optional.empty());
        }
    }
}
