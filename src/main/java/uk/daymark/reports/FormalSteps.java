package uk.daymark.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.StepRecords;
import uk.daymark.escalation.MeetingRecords;
import uk.daymark.letters.LetterReach;
import uk.daymark.letters.LetterRecords;
import uk.daymark.letters.Sender;
import uk.daymark.measure.DateRange;
import uk.daymark.people.PupilId;

/** The formal steps that were taken about pupils, of whichever kind, as far as whoever asks may know of them. */
@Component
class FormalSteps {

    /** The letters about absence; a policy's own variant ends with the same name. */
    private static final List<String> ABOUT_ABSENCE = List.of("soft-letter", "attendance-concern");

    private final LetterRecords letters;
    private final MeetingRecords meetings;
    private final StepRecords steps;

    FormalSteps(LetterRecords letters, MeetingRecords meetings, StepRecords steps) {
        this.letters = letters;
        this.meetings = meetings;
        this.steps = steps;
    }

    /** A kind of step, in the order of the ladder. */
    enum Kind {
        LETTER("Letter about absence"),
        MEETING("Meeting with parents"),
        NOTICE_TO_IMPROVE("Notice to improve"),
        PENALTY_NOTICE("Penalty notice"),
        PROSECUTION("Prosecution");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** A step that was taken. */
    record Taken(Kind kind, PupilId pupil, LocalDate on) {}

    /** Those of these days about pupils whom the person may know, the earliest first. */
    List<Taken> taken(Asked asked, DateRange days) {
        List<Taken> all = new ArrayList<>();
        letters.sent(LetterReach.of(asked.person(), asked.scope()), days).stream()
                .filter(letter -> letter.sender() == Sender.SCHOOL
                        && ABOUT_ABSENCE.stream().anyMatch(letter.template()::endsWith))
                .forEach(letter -> all.add(
                        new Taken(Kind.LETTER, letter.pupil(), letter.sentOn().orElse(letter.on()))));
        meetings.held(asked.scope(), days).forEach(held -> all.add(new Taken(Kind.MEETING, held.pupil(), held.on())));
        steps.taken(asked.scope(), days)
                .forEach(step -> all.add(new Taken(Kind.valueOf(step.step().name()), step.pupil(), step.on())));
        return all.stream()
                .filter(step -> asked.knows(step.pupil()))
                .sorted(Comparator.comparing(Taken::on)
                        .thenComparing(step -> step.pupil().number()))
                .toList();
    }
}
