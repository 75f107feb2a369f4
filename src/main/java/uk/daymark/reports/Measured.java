package uk.daymark.reports;

import java.util.Optional;
import uk.daymark.measure.Summary;
import uk.daymark.people.Rolls;
import uk.daymark.reports.Standing.Counts;

/**
 * A pupil on roll with the share of sessions missed, weighed by the policy of the pupil's school.
 *
 * @param who the pupil
 * @param standing the sessions of the school year
 * @param bands the percentages that the school's policy names
 */
record Measured(Rolls.OnRoll who, Standing standing, Bands bands) {

    /** From how many percent missed a pupil is persistently, and severely, absent; how many sessions make a share mean anything. */
    record Bands(int persistent, int severe, int leastPossible) {}

    Counts counts() {
        return standing.toDate();
    }

    /** Whether any session was possible, so that there is a share. */
    boolean counted() {
        return counts().possible() > 0;
    }

    boolean persistent() {
        return reaches(bands.persistent(), counts());
    }

    boolean severe() {
        return reaches(bands.severe(), counts());
    }

    /** How many days more, all missed, make the pupil persistently absent; see {@link Summary#daysTo}. */
    Optional<Integer> daysToPersistent() {
        return Summary.daysTo(bands.persistent(), counts().absent(), counts().possible());
    }

    boolean persistent(Counts then) {
        return reaches(bands.persistent(), then);
    }

    private static boolean reaches(int percent, Counts counts) {
        return Summary.reaches(percent, counts.absent(), counts.possible());
    }

    String name() {
        return who.pupil().details().name();
    }

    String yearGroup() {
        return who.here().details().yearGroup();
    }

    /** "12 of 240 (5.0%)". */
    String missed() {
        return Shares.inWords(counts().absent(), counts().possible());
    }
}
