package uk.daymark.letters;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.letters.text.TemplateReader;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Enrolment;
import uk.daymark.register.StoredRegister.PupilRegister;

/**
 * What a letter says of the register: one pupil's sessions at one school, mostly in the school year, up to a day.
 *
 * @param since the first day of it on which the pupil was on this school's roll and a session was planned
 * @param until the last day marked
 * @param schoolDays its school days, oldest first
 * @param marked every planned session that has a mark, oldest first
 * @param unconfirmed those whose code is not in the school's own register yet
 */
record LetterFigures(
        LocalDate since,
        LocalDate until,
        List<LocalDate> schoolDays,
        List<MarkedSession> marked,
        Set<Session> unconfirmed) {

    /** Counts from what is stored now, from a day on. */
    static LetterFigures of(
            PupilRegister register, Enrolment enrolment, Timetable timetable, LocalDate from, LocalDate today) {
        List<LocalDate> days = from.datesUntil(today.plusDays(1))
                .filter(timetable::isSchoolDay)
                .filter(enrolment::onRoll)
                .toList();
        List<MarkedSession> marked = days.stream()
                .flatMap(day -> Stream.of(Half.AM, Half.PM).map(half -> new Session(day, half)))
                .filter(timetable::plans)
                .flatMap(session -> register.marks().at(session).map(code -> new MarkedSession(session, code)).stream())
                .toList();
        return new LetterFigures(
                days.stream().findFirst().orElse(today),
                marked.isEmpty()
                        ? today
                        : marked.get(marked.size() - 1).session().date(),
                days,
                marked,
                register.unconfirmed());
    }

    /**
     * Of these sessions alone, whichever school the pupil was at then.
     *
     * @param timetable of all the pupil's schools, each while the pupil was on its roll
     */
    static LetterFigures named(PupilRegister register, Timetable timetable, Set<Session> sessions, LocalDate today) {
        List<MarkedSession> marked = sessions.stream()
                .sorted()
                .flatMap(session -> register.marks().at(session).map(code -> new MarkedSession(session, code)).stream())
                .toList();
        LocalDate from = marked.isEmpty() ? today : marked.get(0).session().date();
        return new LetterFigures(
                from,
                marked.isEmpty()
                        ? today
                        : marked.get(marked.size() - 1).session().date(),
                from.datesUntil(today.plusDays(1))
                        .filter(timetable::isSchoolDay)
                        .toList(),
                marked,
                register.unconfirmed());
    }

    /** Sessions missed for any reason. */
    List<MarkedSession> missed() {
        return marked.stream()
                .filter(session -> session.code().statisticalClass().absent())
                .toList();
    }

    /** Sessions missed without an accepted reason, those without any reason yet among them. */
    List<MarkedSession> unauthorised() {
        return missed().stream()
                .filter(session -> session.code().statisticalClass() == StatisticalClass.UNAUTHORISED)
                .toList();
    }

    /** Sessions to which the pupil came late, before the register closed or after. */
    List<MarkedSession> late() {
        return with(AttendanceCode.L, AttendanceCode.U);
    }

    /** Sessions with one of these codes. */
    List<MarkedSession> with(AttendanceCode... codes) {
        return marked.stream()
                .filter(session -> List.of(codes).contains(session.code()))
                .toList();
    }

    /** Whether a code that is not confirmed is among what was missed or late. */
    boolean restsOnUnconfirmed() {
        return Stream.concat(missed().stream(), late().stream())
                .anyMatch(session -> unconfirmed.contains(session.session()));
    }

    /** For how many school days in a row, up to the last one marked, the pupil has been ill all day. */
    int illnessNow() {
        List<LocalDate> ill = new ArrayList<>();
        for (int i = marked.size() - 1; i >= 0 && marked.get(i).code() == AttendanceCode.I; i--) {
            LocalDate day = marked.get(i).session().date();
            if (!ill.contains(day)) {
                ill.add(day);
            }
        }
        return ill.size();
    }

    /** SHA-256 of the sessions missed or late, each with its code. */
    String fingerprint() {
        String sessions = marked.stream()
                .filter(session -> session.code().statisticalClass().absent() || session.code() == AttendanceCode.L)
                .map(session -> session.session() + "=" + session.code().token())
                .collect(Collectors.joining(" "));
        return TemplateReader.sha256(sessions.getBytes(StandardCharsets.UTF_8));
    }
}
