package uk.daymark.enforcement.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.cases.CaseRef;
import uk.daymark.measure.DateRange;

/**
 * A referral of a case to the authority, as it went there one time. When it is returned, the next time is a round of its own.
 *
 * @param round 1 for the first time
 * @param period the days it speaks of
 * @param statement what the school says was done; empty text until it is submitted
 * @param submitted who submitted it, and why; empty until then
 * @param answered what the authority answered, or how it ended otherwise; empty until then
 * @param toPutRight what the officer asks the school to put right, word for word
 * @param findings what an officer found who investigated the whole case; empty text where nobody did
 * @param sittingOn the panel's sitting; empty where it is not accepted, or no panel sits
 * @param parents the numbers of the parents it names
 * @param checks every check, in order, as it was looked at last
 * @param version one more with every change
 */
public record Referral(
        long id,
        CaseRef caseRef,
        int round,
        Route route,
        DateRange period,
        String statement,
        Standing standing,
        Instant begunAt,
        Optional<Said> submitted,
        Optional<Said> answered,
        String toPutRight,
        String findings,
        Optional<LocalDate> sittingOn,
        List<Integer> parents,
        List<Check> checks,
        long version) {

    public Referral {
        parents = List.copyOf(parents);
        checks = List.copyOf(checks);
    }

    /** How far a referral is. */
    public enum Standing {
        BEING_PREPARED("Being prepared at the school"),
        SUBMITTED("With the authority"),
        RETURNED("Returned to the school"),
        ACCEPTED("Accepted"),
        /** The school decided against it. */
        NOT_MADE("Not made"),
        /** The authority ended it without a sanction. */
        ENDED("Ended without a sanction"),
        /** The case was closed meanwhile. */
        STOPPED("Stopped");

        private final String title;

        Standing(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }

        /** Whether somebody still works on it before anything is decided for the parents. */
        public boolean open() {
            return this == BEING_PREPARED || this == SUBMITTED;
        }
    }

    /**
     * What a person did.
     *
     * @param what in a word: {@code submit}, {@code return}, {@code accept}
     * @param why the reason given
     */
    public record Said(String what, String by, Instant at, String why) {}

    /** What a check found. */
    public enum Result {
        MET("Met", "met"),
        NOT_MET("Not met", "not-met"),
        NEEDS_VIEW("Needs your view", "needs-view"),
        COULD_NOT_BE_CHECKED("Could not be checked", "not-checked");

        private final String title;
        private final String word;

        Result(String title, String word) {
            this.title = title;
            this.word = word;
        }

        /** For people. */
        public String title() {
            return title;
        }

        /** As the table {@code referral-admissibility} writes it. */
        public String word() {
            return word;
        }
    }

    /** What the officer thinks of a check. */
    public enum View {
        NONE,
        AGREED,
        NOT_MET
    }

    /**
     * A check: a fact, and an officer's judgement.
     *
     * @param code stable name of the rule
     * @param parent the number of the parent it is about; empty where it is about the case
     * @param found what was found, for people
     * @param source where the rule is written
     * @param asOf the state of the records it was looked at
     * @param cure what would cure it; empty text where nothing has to
     * @param earliestOn the first day on which waiting alone cures it
     * @param stops whether the referral cannot be made while it is like this
     * @param view what the officer thinks; NONE until one has looked
     * @param words what the officer says to it
     */
    public record Check(
            String code,
            Optional<Integer> parent,
            Result result,
            String found,
            String source,
            Instant asOf,
            String cure,
            Optional<LocalDate> earliestOn,
            boolean stops,
            View view,
            String words,
            Optional<String> viewedBy) {

        /** The name by which forms speak of it: {@code NO_ADDRESS_FOR_POST/2}. */
        public String key() {
            return code + parent.map(number -> "/" + number).orElse("");
        }

        /** Whether it counts as met: found so, or agreed by an officer. */
        public boolean met() {
            return view != View.NOT_MET && (result == Result.MET || view == View.AGREED && !stops);
        }
    }

    /** How many checks are met. */
    public int met() {
        return (int) checks.stream().filter(Check::met).count();
    }

    /** Those that stop it. */
    public List<Check> stopping() {
        return checks.stream().filter(Check::stops).toList();
    }
}
