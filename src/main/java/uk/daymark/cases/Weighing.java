package uk.daymark.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.daymark.people.EnrolmentId;

/**
 * What was found of one pupil earlier, compared with what holds now.
 *
 * @param found what holds now and did not
 * @param changed what holds still, otherwise
 * @param reworded what holds still and unchanged, with a sentence that keeps up with the days
 * @param lapsed what holds no longer
 */
record Weighing(List<Held> found, List<Pair> changed, List<Pair> reworded, List<Finding> lapsed) {

    /** What was found earlier, and how it holds now. */
    record Pair(Finding earlier, Held now) {}

    /** @param enrolment the roll that the pupil is on now; what was found on another lapses */
    static Weighing of(EnrolmentId enrolment, List<Finding> earlier, List<Held> now) {
        Weighing weighing = new Weighing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Finding> standing = new HashMap<>();
        for (Finding finding : earlier) {
            if (finding.enrolment().equals(enrolment)) {
                standing.put(finding.kind(), finding);
            } else {
                weighing.lapsed.add(finding);
            }
        }
        for (Held held : now) {
            Optional<Finding> before = Optional.ofNullable(standing.remove(held.kind()));
            if (before.isEmpty()) {
                weighing.found.add(held);
            } else if (held.differs(before.get())) {
                weighing.changed.add(new Pair(before.get(), held));
            } else if (!held.sentence().equals(before.get().sentence())) {
                weighing.reworded.add(new Pair(before.get(), held));
            }
        }
        earlier.stream().filter(finding -> standing.containsValue(finding)).forEach(weighing.lapsed::add);
        return weighing;
    }

    boolean nothing() {
        return found.isEmpty() && changed.isEmpty() && reworded.isEmpty() && lapsed.isEmpty();
    }
}
