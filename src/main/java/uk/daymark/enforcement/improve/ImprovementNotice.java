package uk.daymark.enforcement.improve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import uk.daymark.cases.CaseRef;
import uk.daymark.measure.DateRange;

/**
 * A notice to improve.
 *
 * @param key what its process is about: the parent in the case, or the case where the school gives it
 * @param asks what it asks
 * @param givenBy the user name of who decided to give it
 * @param why the reason given
 * @param postedOn the day of posting; empty until then
 * @param servedOn the day on which it counts as received
 * @param time the first and the last day of the time to improve
 * @param breachSeen how many sessions were missed without leave when a ground for ending early was put to a person last
 * @param early that it is to end early, once the parent has been told; empty while nobody has decided so
 * @param end how it ended; empty while it stands
 */
public record ImprovementNotice(
        long id,
        String key,
        CaseRef caseRef,
        Issuer issuer,
        Asks asks,
        String givenBy,
        Instant givenAt,
        String why,
        Optional<LocalDate> postedOn,
        Optional<LocalDate> servedOn,
        Optional<DateRange> time,
        int breachSeen,
        Optional<Early> early,
        Optional<End> end) {

    /** Who gives it. */
    public enum Issuer {
        SCHOOL,
        AUTHORITY;

        /** As the model writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** On what ground the time may end before its last day. */
    public enum EarlyGround {
        NONE("It runs to its end."),
        EACH("It may end early if any further session is missed without leave."),
        ABOVE("It may end early as soon as more sessions are missed without leave than it allows.");

        private final String sentence;

        EarlyGround(String sentence) {
            this.sentence = sentence;
        }

        /** For people. */
        public String sentence() {
            return sentence;
        }

        /** Whether so many sessions missed without leave are such a ground. */
        public boolean metBy(int missed, int allowed) {
            return switch (this) {
                case NONE -> false;
                case EACH -> missed > 0;
                case ABOVE -> missed > allowed;
            };
        }

        /** The ground that a form names. */
        static EarlyGround ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What it asks.
     *
     * @param weeks how long it runs, in weeks of the policy's kind
     * @param allowed how many sessions may still be missed without leave
     * @param enough what counts as enough, in words to the parent
     * @param helpSoFar which help was given until now, in words to the parent
     * @param help which further help is offered and how to take it up
     */
    public record Asks(int weeks, int allowed, String enough, EarlyGround early, String helpSoFar, String help) {}

    /** How it ended. */
    public enum Outcome {
        MET("Met"),
        FAILED("Not met"),
        STOPPED("Stopped");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }

        /** As the model writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A decision to end it early.
     *
     * @param by the user name of who decided it
     * @param why the reason given, in words to the parent
     */
    public record Early(String by, String why) {}

    /**
     * How it ended.
     *
     * @param early whether before its last day, on a ground that it named
     * @param by the user name of who decided it
     */
    public record End(Outcome outcome, boolean early, String by, Instant at, String why) {}

    /**
     * The decision to end it early.
     *
     * @throws IllegalStateException where nobody decided so: then no letter says so either
     */
    Early decidedEarly() {
        return early.orElseThrow(() -> new IllegalStateException("Nobody decided to end this time to improve early"));
    }

    /** Whether the time runs or has run, and nobody has decided how it ended. */
    public boolean stands() {
        return time.isPresent() && end.isEmpty();
    }
}
