package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.Optional;
import uk.daymark.enforcement.ReferralFigures;
import uk.daymark.measure.SchoolDays;

/** The gates that speak of the register: what a certificate of attendance must show. Waiting cures none of them. */
final class EvidenceGates {

    private static final String GIVE_THE_REGISTER = "Give the figure, or the register with its marks and the period.";

    private final Gates gates;
    private final PolicyValues values;
    private final ReferralFigures figures;

    EvidenceGates(Gates gates) {
        this.gates = gates;
        this.values = gates.values();
        this.figures = gates.question().figures();
    }

    /** In the order in which a school can put them right. */
    void irregular() {
        noUnexplained();
        longEnough();
        enoughUnauthorised();
        majorityUnauthorised();
        enoughSessions();
    }

    void leave() {
        noUnexplained();
        leaveLongEnough();
        parentsWarned();
        leaveInTime();
    }

    private void noUnexplained() {
        String code = "N_MARKS_IN_PERIOD";
        String key = "evidence.reject_codes";
        if (figures.nMarks().isEmpty()) {
            gates.unknown(code, "Whether the period holds an N is not known.", key, GIVE_THE_REGISTER);
            return;
        }
        int many = figures.nMarks().get();
        String message = "The period holds " + Words.many(many, "N mark", "N marks") + ".";
        if (many == 0) {
            gates.passed(code, message, key);
        } else {
            gates.failed(
                    code,
                    message + " No sanction rests on a reason that is not established.",
                    key,
                    "Establish each reason, amend the register and send the new certificate.");
        }
    }

    private void longEnough() {
        String code = "PERIOD_TOO_SHORT";
        String key = "referral.min_weeks";
        Optional<Integer> asked = values.number(key, gates.question().route().matter());
        if (asked.isEmpty()) {
            return;
        }
        int least = asked.get();
        if (figures.schoolWeeks().isEmpty()) {
            gates.unknown(code, "How many school weeks the period has is not known.", key, GIVE_THE_REGISTER);
            return;
        }
        int weeks = figures.schoolWeeks().get();
        String message = "The period has " + Words.many(weeks, "school week", "school weeks") + "; at least " + least
                + " are asked for.";
        if (weeks >= least) {
            gates.passed(code, message, key);
        } else {
            gates.failed(code, message, key, "Refer on a longer period. Weeks without a session do not count.");
        }
    }

    private void enoughUnauthorised() {
        String code = "TOO_FEW_UNAUTHORISED";
        String key = "threshold.sessions";
        if (figures.unauthorised().isEmpty()) {
            gates.unknown(code, "How many sessions are unauthorised is not known.", key, GIVE_THE_REGISTER);
            return;
        }
        int many = figures.unauthorised().get();
        int least = values.needed(key);
        String message = Words.many(many, "session is", "sessions are") + " unauthorised, N left out; at least " + least
                + " are asked for.";
        if (many >= least) {
            gates.passed(code, message, key);
        } else {
            gates.failed(
                    code,
                    message,
                    key,
                    "Only further unauthorised sessions, or reasons established for sessions coded N.");
        }
    }

    private void majorityUnauthorised() {
        String code = "MAJORITY_NOT_UNAUTHORISED";
        String key = "window.longer_rule";
        if (values.policy().text(key, values.day()).isEmpty()
                || !values.speaksOf(key, gates.question().route().matter())) {
            return;
        }
        int window = values.needed("threshold.window");
        if (figures.schoolWeeks().filter(weeks -> weeks <= window).isPresent()) {
            gates.passed(code, "The period has no more than " + window + " school weeks, so this is not asked.", key);
            return;
        }
        if (figures.schoolWeeks().isEmpty()
                || figures.absent().isEmpty()
                || figures.unauthorised().isEmpty()) {
            gates.unknown(
                    code,
                    "Whether more than half of the absences are unauthorised is not known.",
                    key,
                    GIVE_THE_REGISTER);
            return;
        }
        int absent = figures.absent().get();
        int unauthorised = figures.unauthorised().get();
        String message = "The period has more than " + window + " school weeks, and of "
                + Words.many(absent, "session", "sessions") + " missed " + unauthorised + " "
                + (unauthorised == 1 ? "is" : "are") + " unauthorised; more than half are asked for.";
        if (2L * unauthorised > absent) {
            gates.passed(code, message, key);
        } else {
            gates.failed(code, message, key, "Refer on a shorter period in which most absences are unauthorised.");
        }
    }

    /** Where marks are missing the plan alone may show that the sessions cannot be enough. */
    private void enoughSessions() {
        String code = "TOO_FEW_SESSIONS";
        String key = "window.min_sessions";
        Optional<Integer> least = values.number(key, gates.question().route().matter());
        if (least.isEmpty()) {
            return;
        }
        Optional<Integer> many =
                figures.possible().or(() -> figures.plannedSessions().filter(planned -> planned < least.get()));
        if (many.isEmpty()) {
            gates.unknown(code, "How many sessions were possible is not known.", key, GIVE_THE_REGISTER);
            return;
        }
        String message = "The period has " + Words.many(many.get(), "possible session", "possible sessions")
                + "; at least " + least.get() + " are asked for.";
        if (many.get() >= least.get()) {
            gates.passed(code, message, key);
        } else {
            gates.failed(code, message, key, "Refer on a longer period.");
        }
    }

    private void leaveLongEnough() {
        String code = "LEAVE_RUN_TOO_SHORT";
        String key = "leave.run";
        if (figures.leaveRun().isEmpty()) {
            gates.unknown(code, "How many sessions of leave there are is not known.", key, GIVE_THE_REGISTER);
            return;
        }
        int many = figures.leaveRun().get();
        int least = values.needed(key);
        String message = Words.many(many, "session", "sessions") + " of leave "
                + (values.yes("leave.consecutive")
                        ? "follow one another"
                        : "lie within " + values.needed("threshold.window") + " school weeks")
                + "; at least " + least + " are asked for.";
        if (many >= least) {
            gates.passed(code, message, key);
        } else {
            gates.failed(code, message, key, "Nothing for this leave. It still counts among unauthorised sessions.");
        }
    }

    private void parentsWarned() {
        String code = "PARENTS_NOT_WARNED_OF_LEAVE";
        String key = "warning.leave";
        if (!values.yes(key, gates.question().route().matter())) {
            return;
        }
        Optional<Boolean> warned = gates.question().parentsWarned();
        if (warned.isEmpty()) {
            gates.unknown(
                    code,
                    "Whether the parents were warned, by the answer to a request, a letter or the school's policy, was not said.",
                    key,
                    "Say whether the answer or the letter is on file.");
        } else if (warned.get()) {
            gates.passed(code, "The parents were warned.", key);
        } else {
            gates.failed(
                    code,
                    "The parents were not warned.",
                    key,
                    "Nothing for this leave. Warn the parents of what may follow.");
        }
    }

    /** Where the authority sets a time: school days after the pupil is expected back. */
    private void leaveInTime() {
        values.number("leave.referral_deadline", gates.question().route().matter())
                .ifPresent(days -> inTime(
                        figures.backOn(),
                        days,
                        "leave.referral_deadline",
                        "the pupil was expected back on",
                        "Give the register."));
    }

    /** Whether the day of the referral lies so many school days after another day, or before. */
    void inTime(Optional<LocalDate> from, int days, String key, String what, String cure) {
        String code = "REFERRAL_DEADLINE_PASSED";
        Optional<LocalDate> last = from.flatMap(day ->
                gates.question().calendar().flatMap(calendar -> new SchoolDays(calendar.timetable()).add(day, days)));
        if (last.isEmpty() && from.filter(day -> surelyWithin(day, days)).isPresent()) {
            gates.passed(
                    code,
                    "No more than " + days + " school days lie between the day that " + what + ", "
                            + Words.day(from.orElseThrow()) + ", and the referral.",
                    key);
            return;
        }
        if (last.isEmpty()) {
            gates.unknown(
                    code,
                    "The last day to refer is not known: it is counted in school days, and the day or the calendar is missing or ends before.",
                    key,
                    cure);
            return;
        }
        String message = "The last day to refer is " + Words.day(last.get()) + ": " + days + " school days after "
                + what + " " + Words.day(from.orElseThrow()) + ".";
        if (referredOn().isAfter(last.get())) {
            gates.failed(code, message, key, "Nothing: the time has passed.");
        } else {
            gates.passed(code, message, key);
        }
    }

    /** The day on which the school submitted it first; the day asked for while it has not. */
    private LocalDate referredOn() {
        return gates.question().submittedOn().orElse(gates.on());
    }

    private boolean surelyWithin(LocalDate from, int days) {
        return gates.question()
                .calendar()
                .filter(calendar -> new SchoolDays(calendar.timetable()).surelyWithin(from, referredOn(), days))
                .isPresent();
    }
}
