package uk.daymark.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.measure.Session;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.register.DecisionEffects;
import uk.daymark.register.ImportEffects;
import uk.daymark.register.MarkChange;

/** Makes the standing of a pupil stale in the transaction in which a mark comes or changes, or a code is decided. */
@Component
class StandingWatch implements ImportEffects, DecisionEffects {

    private final StandingStore store;

    StandingWatch(StandingStore store) {
        this.store = store;
    }

    @Override
    public Watch watch(Cause cause) {
        return new Watching(cause.applying());
    }

    @Override
    public void decided(EnrolmentId enrolment, Session session) {
        store.makeStale(enrolment);
    }

    private final class Watching implements Watch {

        private final boolean applying;
        private final Set<PupilId> touched = new HashSet<>();

        Watching(boolean applying) {
            this.applying = applying;
        }

        @Override
        public void changed(List<MarkChange> changes) {
            if (applying) {
                changes.forEach(change -> touched.add(change.pupil()));
            }
        }

        @Override
        public List<String> inWords() {
            store.makeStale(touched);
            return List.of();
        }
    }
}
