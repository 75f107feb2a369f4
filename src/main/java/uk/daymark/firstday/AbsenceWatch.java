package uk.daymark.firstday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;
import uk.daymark.register.ImportEffects;
import uk.daymark.register.MarkChange;
import uk.daymark.time.LondonTime;

/** Watches marks come in: an N opens a contact round, a code in its place ends it. */
@Component
class AbsenceWatch implements ImportEffects {

    private final Keeping keeping;

    AbsenceWatch(Keeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause);
    }

    private final class Watching implements Watch {

        private final Cause cause;
        private final Map<Urn, Map<EnrolmentId, Map<Session, AttendanceCode>>> bySchool = new LinkedHashMap<>();

        Watching(Cause cause) {
            this.cause = cause;
        }

        @Override
        public void changed(List<MarkChange> changes) {
            LocalDate year = Timings.schoolYearBegan(today());
            for (MarkChange change : changes) {
                boolean concerns =
                        change.after() == AttendanceCode.N || change.before().equals(Optional.of(AttendanceCode.N));
                if (concerns && !change.session().date().isBefore(year)) {
                    bySchool.computeIfAbsent(change.school(), school -> new LinkedHashMap<>())
                            .computeIfAbsent(change.enrolment(), enrolment -> new HashMap<>())
                            .put(change.session(), change.after());
                }
            }
        }

        /** Everything is done here, when all marks have come: siblings may stand far apart in a file. */
        @Override
        public List<String> inWords() {
            String how = cause.importId().isEmpty()
                    ? "changed by hand on " + Sentences.day(today())
                    : "by the register of " + Sentences.day(today());
            return bySchool.entrySet().stream()
                    .map(entry -> keeping.keep(entry.getKey(), entry.getValue(), how, cause.applying()))
                    .reduce(new Keeping.Caused(0, 0, 0, 0), Keeping.Caused::plus)
                    .inWords();
        }

        private LocalDate today() {
            return cause.at().atZone(LondonTime.ZONE).toLocalDate();
        }
    }
}
