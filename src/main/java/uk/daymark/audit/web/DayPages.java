package uk.daymark.audit.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Action;
import uk.daymark.audit.CaseHistory;
import uk.daymark.audit.Histories;
import uk.daymark.cases.StageWords;
import uk.daymark.journal.Recorded;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.policy.Policies;
import uk.daymark.register.MarksInTime;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.time.TypedDay;
import uk.daymark.worklist.PastWork;

/** A case as it stood at the end of a day. */
@Controller
@RequestMapping("/cases/{ref}/history/on-a-day")
class DayPages {

    private static final int WEEKS_SHOWN = 14;

    private final HistoryDesk desk;
    private final Histories histories;
    private final MarksInTime marks;
    private final PastWork work;
    private final Policies policies;
    private final Clock clock;

    DayPages(HistoryDesk desk, Histories histories, MarksInTime marks, PastWork work, Policies policies, Clock clock) {
        this.desk = desk;
        this.histories = histories;
        this.marks = marks;
        this.work = work;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A week of marks.
     *
     * @param codes ten codes from Monday morning, empty text where there was none
     */
    record Week(LocalDate monday, List<String> codes) {}

    @GetMapping
    ModelAndView show(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String names) {
        HistoryDesk.Asked asked = desk.look(Action.SEE_CASES, ref, "The case as it stood on a day", names);
        ModelAndView view = desk.page("audit/on-a-day", asked, "On a day");
        Optional<LocalDate> given = date.isBlank() ? Optional.of(LocalDate.now(clock)) : parsed(date);
        Optional<LocalDate> fits = given.filter(day -> !day.isAfter(LocalDate.now(clock)));
        // As people write it; what is no day stays as it was typed, so that it can be put right.
        view.addObject("date", given.map(Dates::inWords).orElse(date));
        view.addObject(
                "errors",
                fits.isPresent()
                        ? Map.of()
                        : Map.of(
                                "date",
                                given.isPresent()
                                        ? "The day must have come already"
                                        : "Enter a day that exists, " + TypedDay.LIKE));
        view.addObject("shown", fits.isPresent());
        fits.ifPresent(day -> stood(view, asked, day));
        return view;
    }

    private void stood(ModelAndView view, HistoryDesk.Asked asked, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant();
        CaseHistory history = histories.of(asked.file(), asked.person(), asked.names());
        List<Recorded> entries = history.entries().stream()
                .filter(entry -> entry.recordedAt().isBefore(end))
                .toList();
        view.addObject("day", day);
        view.addObject("opened", !asked.file().openedOn().isAfter(day));
        view.addObject("stageThen", StageWords.of(after(entries, "STAGE").orElse("")));
        view.addObject(
                "findings",
                entries.stream()
                        .filter(entry -> entry.entry().kind().equals("FINDING"))
                        .toList());
        view.addObject(
                "decisions",
                history.decisions().stream()
                        .filter(made -> made.at().isBefore(end))
                        .toList());
        view.addObject(
                "path",
                history.path().stream().filter(row -> row.at().isBefore(end)).toList());
        view.addObject(
                "rules",
                history.rules().stream()
                        .filter(rule -> rule.fired().at().isBefore(end))
                        .toList());
        view.addObject(
                "tasks",
                work.openAt(asked.ref(), end).stream()
                        .filter(task -> asked.person().may(Action.SEE_LEDGER) || !ofAuthority(task))
                        .toList());
        view.addObject("weeks", weeks(asked, day));
        view.addObject("policy", policies.named(asked.file().policy()).orElse(null));
        view.addObject("entriesThen", entries.size());
    }

    private static boolean ofAuthority(PastWork.WasOpen task) {
        return task.group().equals("officer") || task.group().equals("panel");
    }

    private static Optional<String> after(List<Recorded> entries, String kind) {
        return entries.stream()
                .filter(entry -> entry.entry().kind().equals(kind)
                        && !entry.entry().after().isEmpty())
                .reduce((one, other) -> other)
                .map(entry -> entry.entry().after());
    }

    private List<Week> weeks(HistoryDesk.Asked asked, LocalDate day) {
        LocalDate last = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = last.minusWeeks(WEEKS_SHOWN - 1L);
        Map<Session, AttendanceCode> then = marks.asTheyStood(asked.file().enrolment(), first, day);
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = last; !monday.isBefore(first); monday = monday.minusWeeks(1)) {
            List<String> codes = new ArrayList<>();
            for (int weekday = 0; weekday < DayOfWeek.FRIDAY.getValue(); weekday++) {
                for (Half half : Half.values()) {
                    Optional<AttendanceCode> code =
                            Optional.ofNullable(then.get(new Session(monday.plusDays(weekday), half)));
                    codes.add(code.map(AttendanceCode::token).orElse(""));
                }
            }
            if (codes.stream().anyMatch(code -> !code.isEmpty())) {
                weeks.add(new Week(monday, codes));
            }
        }
        return weeks;
    }

    private static Optional<LocalDate> parsed(String date) {
        return TypedDay.read(date);
    }
}
