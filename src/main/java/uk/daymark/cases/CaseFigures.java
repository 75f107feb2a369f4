package uk.daymark.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.MarkedSession;

/**
 * Facts about the attendance of a case's pupil, measured afresh in the school year to date.
 *
 * @param asOf the day they speak of
 * @param policyName the policy they were measured under
 * @param policyVersion its content hash
 * @param year the school year to date
 * @param enough whether enough sessions were possible for a share of them to mean anything
 * @param band the lowest band of the policy that the pupil has fallen into; empty text where none
 * @param bandBelow attendance below this share, in percent, is that band; empty where none
 * @param persistentlyAbsent whether the pupil is persistently absent
 * @param severelyAbsent whether the pupil is severely absent
 * @param thresholdMet whether the threshold for considering a penalty notice is met, firm or not
 * @param thresholdFirm whether it is met by marks that a sanction may rest on
 * @param thresholdRequired sessions that meet it
 * @param count sessions counted in the window
 * @param firm how many of them a sanction may rest on
 * @param provisional how many of them have no reason known yet
 * @param unconfirmed how many of them carry a code decided here that the school's register has not taken yet
 * @param counted the sessions counted, oldest first
 * @param unexplained sessions whose reason is not known yet
 * @param replaceBy the last day on which the reason of the first of them can be entered
 * @param daysToPersistent how many of the next days, missed whole, make the pupil persistently absent, if three or fewer do; empty where
 *     more are needed, where the pupil is already, and early in the year
 */
public record CaseFigures(
        LocalDate asOf,
        String policyName,
        String policyVersion,
        Share year,
        boolean enough,
        String band,
        Optional<Integer> bandBelow,
        boolean persistentlyAbsent,
        boolean severelyAbsent,
        boolean thresholdMet,
        boolean thresholdFirm,
        int thresholdRequired,
        int count,
        int firm,
        int provisional,
        int unconfirmed,
        List<MarkedSession> counted,
        int unexplained,
        Optional<LocalDate> replaceBy,
        Optional<Integer> daysToPersistent) {

    public CaseFigures {
        counted = List.copyOf(counted);
    }

    /**
     * Sessions missed of those possible.
     *
     * @param possible sessions at which attendance was possible
     * @param absent sessions missed for whatever reason
     * @param unauthorised of them without leave, those with no reason known yet among them
     */
    public record Share(int possible, int absent, int unauthorised) {

        /** Attendance in percent, rounded half up to two places, for showing only; empty where nothing was possible. */
        public Optional<BigDecimal> attendancePercent() {
            return Sentences.percent(possible - absent, possible);
        }

        /** Days first, then sessions and percent. */
        public String inWords() {
            return Sentences.missed(absent, possible);
        }

        /** Whether a smaller share was missed than in another period; no where either had nothing possible. */
        public boolean betterThan(Share other) {
            return possible > 0
                    && other.possible > 0
                    && (long) absent * other.possible < (long) other.absent * possible;
        }
    }

    /**
     * What was missed since a day, and before it.
     *
     * @param before in the school year up to the day before
     * @param since from the day on
     */
    public record Course(Share before, Share since) {

        /** Whether a smaller share was missed since. */
        public boolean improved() {
            return since.betterThan(before);
        }

        /** Whether a larger share was missed since. */
        public boolean worse() {
            return before.betterThan(since);
        }
    }
}
