package uk.daymark.enforcement.improve;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.measure.Timetable;
import uk.daymark.people.PupilId;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;

/** Counts, each time anew, what was missed without leave in the time to improve. */
@Component
class ImprovementMeasure {

    private final StoredRegister registers;
    private final Clock clock;

    ImprovementMeasure(StoredRegister registers, Clock clock) {
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * What was counted. Sessions outside compulsory school age are left out.
     *
     * @param missed missed without leave, by marks that a sanction may rest on
     * @param notFirm missed with no reason yet, or with a code that the school's register has not taken
     * @param notMarked planned and gone by, and not marked
     * @param planned planned and gone by
     */
    record Counted(
            List<MarkedSession> missed,
            List<MarkedSession> notFirm,
            List<Session> notMarked,
            int planned,
            int allowed) {

        boolean tooMany() {
            return missed.size() > allowed;
        }

        /** Whether it would be too many if everything that is not firm stays without leave. */
        boolean maybeTooMany() {
            return missed.size() + notFirm.size() + notMarked.size() > allowed;
        }

        /** The inputs of the table {@code improvement-result}. */
        Map<String, Object> facts() {
            return Map.of("tooMany", tooMany(), "maybeTooMany", maybeTooMany());
        }
    }

    /** Of the time of a notice, as far as it has gone by. */
    Counted of(ImprovementNotice notice, PupilId pupil) {
        LocalDate today = LocalDate.now(clock);
        List<MarkedSession> missed = new ArrayList<>();
        List<MarkedSession> notFirm = new ArrayList<>();
        List<Session> notMarked = new ArrayList<>();
        int planned = 0;
        Optional<PupilRegister> stored = registers.of(pupil, today);
        if (stored.isPresent() && notice.time().isPresent()) {
            for (Session session : planned(stored.get(), notice.time().get(), today)) {
                planned++;
                Optional<AttendanceCode> code = stored.get().marks().at(session);
                if (code.isEmpty()) {
                    notMarked.add(session);
                } else if (code.get().statisticalClass() == StatisticalClass.UNAUTHORISED) {
                    boolean firm = code.get() != AttendanceCode.N
                            && !stored.get().unconfirmed().contains(session);
                    (firm ? missed : notFirm).add(new MarkedSession(session, code.get()));
                }
            }
        }
        return new Counted(missed, notFirm, notMarked, planned, notice.asks().allowed());
    }

    private static List<Session> planned(PupilRegister stored, DateRange time, LocalDate today) {
        Timetable timetable = Timetable.of(stored.parts());
        LocalDate last = time.to().isBefore(today) ? time.to() : today.minusDays(1);
        List<Session> planned = new ArrayList<>();
        for (LocalDate day = time.from(); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate on = day;
            if (stored.dateOfBirth()
                    .map(CompulsorySchoolAge::of)
                    .filter(age -> !age.contains(on))
                    .isEmpty()) {
                for (Half half : Half.values()) {
                    Session session = new Session(day, half);
                    if (timetable.plans(session)) {
                        planned.add(session);
                    }
                }
            }
        }
        return planned;
    }
}
