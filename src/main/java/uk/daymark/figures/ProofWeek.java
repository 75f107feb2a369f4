package uk.daymark.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Session;
import uk.daymark.measure.WindowCount;

/**
 * One week of a register with what of it is counted: the proof of a count, week by week.
 *
 * @param monday its Monday
 * @param schoolWeek whether it holds a session; a week that does not is passed over by the window
 * @param inWindow whether the window reaches over it
 * @param cells ten, Monday morning to Friday afternoon
 */
public record ProofWeek(LocalDate monday, boolean schoolWeek, boolean inWindow, List<Cell> cells) {

    /**
     * One session.
     *
     * @param session when
     * @param planned whether a session is planned
     * @param code its code as written in a register; empty text where it was not taken
     * @param meaning what the code means; empty text where there is none
     * @param counted whether it is counted in the window
     */
    public record Cell(Session session, boolean planned, String code, String meaning, boolean counted) {}

    /** How many of its sessions are counted. */
    public long counted() {
        return cells.stream().filter(Cell::counted).count();
    }

    /** The weeks from one day to another, oldest first. */
    public static List<ProofWeek> between(LocalDate from, LocalDate to, MeasuredRegister register, WindowCount window) {
        Set<Session> counted =
                window.sessions().stream().map(MarkedSession::session).collect(Collectors.toSet());
        List<ProofWeek> weeks = new ArrayList<>();
        for (LocalDate monday = uk.daymark.measure.Timetable.mondayOf(from);
                !monday.isAfter(to);
                monday = monday.plusWeeks(1)) {
            weeks.add(new ProofWeek(
                    monday,
                    register.timetable().isSchoolWeek(monday),
                    inWindow(monday, window),
                    cells(monday, register, counted)));
        }
        return List.copyOf(weeks);
    }

    /** The weeks that the window reaches over, those it passes over among them. */
    public static List<ProofWeek> of(MeasuredRegister register, WindowCount window) {
        return window.from()
                .map(from -> between(from, window.asOf(), register, window))
                .orElse(List.of());
    }

    private static boolean inWindow(LocalDate monday, WindowCount window) {
        return window.from()
                .filter(from -> !monday.plusDays(6).isBefore(from) && !monday.isAfter(window.asOf()))
                .isPresent();
    }

    private static List<Cell> cells(LocalDate monday, MeasuredRegister register, Set<Session> counted) {
        List<Cell> cells = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            for (Half half : Half.values()) {
                Session session = new Session(monday.plusDays(day), half);
                Optional<AttendanceCode> code = register.marks().at(session);
                cells.add(new Cell(
                        session,
                        register.timetable().plans(session),
                        code.map(AttendanceCode::token).orElse(""),
                        code.map(AttendanceCode::meaning).orElse(""),
                        counted.contains(session)));
            }
        }
        return List.copyOf(cells);
    }
}
