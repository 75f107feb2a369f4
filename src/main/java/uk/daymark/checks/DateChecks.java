package uk.daymark.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import uk.daymark.figures.Note;
import uk.daymark.measure.BankHolidays;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.PanelDays;
import uk.daymark.measure.SchoolCalendar;
import uk.daymark.measure.SchoolDays;
import uk.daymark.policy.BankHolidayChanges;
import uk.daymark.policy.Policy;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.JsonFields;

/** Answers questions about dates on a calendar that is sent along. Nothing is stored and the clock is not read. */
@Service
public class DateChecks {

    /** More questions than any file of a school holds; keeps one request from filling the memory. */
    private static final int MOST_QUESTIONS = 1000;

    private static final int MOST_DAYS_OR_WEEKS = 10_000;

    private final PolicyChoice policies;
    private final BankHolidays bankHolidays;

    DateChecks(PolicyChoice policies, BankHolidayChanges changes) {
        this.policies = policies;
        this.bankHolidays = new BankHolidays(changes.extra(), changes.removed());
    }

    /**
     * The answers, in the order of the questions.
     *
     * @param policies the policies that answers rest on
     * @param warnings what the asker should know
     */
    public record Answers(List<Object> answers, List<PolicyUsed> policies, List<Note> warnings) {}

    /** @param version content hash of the policy and all it inherits */
    public record PolicyUsed(String name, String version) {}

    /**
     * Answers every question of the body.
     *
     * @throws InvalidInput with every fault of the body
     */
    public Answers check(JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        List<Note> notes = new ArrayList<>();
        Set<PolicyUsed> used = new LinkedHashSet<>();
        Optional<SchoolCalendar> calendar = fields.object("calendar").map(CalendarFields::calendar);
        fields.need("ask");
        List<JsonFields> questions = fields.objects("ask", MOST_QUESTIONS);
        SchoolCalendar given = calendar.orElse(SchoolCalendar.empty());
        SchoolDays schoolDays = new SchoolDays(given.timetable());
        List<Supplier<DateAnswer>> answers = new ArrayList<>();
        boolean needsCalendar = false;
        for (JsonFields question : questions) {
            question.need("kind");
            Optional<Kind> kind = question.choice("kind", Kind.class);
            needsCalendar |= kind.filter(asked -> asked.needsCalendar).isPresent();
            kind.flatMap(asked -> answer(asked, question, given, schoolDays, used, notes))
                    .ifPresent(answers::add);
        }
        if (needsCalendar) {
            fields.need("calendar");
        }
        fields.finish();
        return new Answers(
                answers.stream().map(answer -> (Object) answer.get()).toList(), List.copyOf(used), List.copyOf(notes));
    }

    private Optional<Supplier<DateAnswer>> answer(
            Kind kind,
            JsonFields question,
            SchoolCalendar calendar,
            SchoolDays schoolDays,
            Set<PolicyUsed> used,
            List<Note> notes) {
        if (kind == Kind.COMPULSORY_SCHOOL_AGE) {
            return CalendarFields.neededDate(question, "dateOfBirth").map(born -> () -> {
                DateRange age = CompulsorySchoolAge.of(born);
                return new DateAnswer.Period(age.from(), age.to());
            });
        }
        Optional<LocalDate> from = CalendarFields.neededDate(question, "from");
        return switch (kind) {
            case REPLACE_N_BY -> {
                Optional<Policy> policy = policies.orNational(question, "policy", notes);
                policy.ifPresent(rules -> used.add(new PolicyUsed(rules.name(), rules.version())));
                yield from.flatMap(day -> policy.map(rules -> () -> DateAnswer.Day.of(
                        schoolDays.add(day, rules.countingRules(day).unexplainedSchoolDays()))));
            }
            case ADD_SCHOOL_DAYS -> {
                Optional<Integer> days = positive(question, "days");
                yield from.flatMap(day -> days.map(many -> () -> DateAnswer.Day.of(schoolDays.add(day, many))));
            }
            case ADD_SCHOOL_WEEKS -> {
                Optional<Integer> weeks = positive(question, "weeks");
                yield from.flatMap(day -> weeks.map(many -> () -> DateAnswer.Day.of(schoolDays.addWeeks(day, many))));
            }
            case NEXT_PANEL -> {
                Optional<Policy> policy = policies.needed(question, "policy", notes);
                policy.ifPresent(rules -> used.add(new PolicyUsed(rules.name(), rules.version())));
                yield from.flatMap(day -> policy.flatMap(rules -> panelDay(rules, day, question))
                        .map(weekday -> () ->
                                DateAnswer.Day.of(new PanelDays(weekday, calendar, bankHolidays).nextAfter(day))));
            }
            case COMPULSORY_SCHOOL_AGE -> throw new IllegalStateException("Answered above");
        };
    }

    private static Optional<DayOfWeek> panelDay(Policy policy, LocalDate on, JsonFields question) {
        Optional<DayOfWeek> weekday = policy.weekday("panel.day", on);
        if (weekday.isEmpty()) {
            question.fault("policy", policy.title() + " names no day for a panel.");
        }
        return weekday;
    }

    private static Optional<Integer> positive(JsonFields question, String name) {
        question.need(name);
        return question.whole(name).filter(number -> {
            boolean fits = number >= 1 && number <= MOST_DAYS_OR_WEEKS;
            if (!fits) {
                question.fault(name, "Give a number from 1 to " + MOST_DAYS_OR_WEEKS + ".");
            }
            return fits;
        });
    }

    /** What can be asked. */
    private enum Kind {
        /** The last day on which an N may be replaced. */
        REPLACE_N_BY(true),
        ADD_SCHOOL_DAYS(true),
        ADD_SCHOOL_WEEKS(true),
        /** The first sitting of the legal panel strictly after a day. */
        NEXT_PANEL(true),
        COMPULSORY_SCHOOL_AGE(false);

        private final boolean needsCalendar;

        Kind(boolean needsCalendar) {
            this.needsCalendar = needsCalendar;
        }
    }
}
