package uk.daymark.escalation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.escalation.Meetings.Meeting;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;

/** What the letters about a meeting say of it. */
@Component
class MeetingLetters implements LetterSubject {

    private static final Set<String> LETTERS =
            Set.of("invite-to-meeting", "failed-to-attend-targets", "targets-without-contract");

    private final OpenCases open;
    private final Meetings meetings;

    MeetingLetters(OpenCases open, Meetings meetings) {
        this.open = open;
        this.meetings = meetings;
    }

    @Override
    public boolean knows(String template, String key) {
        return LETTERS.contains(template) && CaseRef.fits(key);
    }

    @Override
    public LetterOrder order(String template, String key) {
        CaseFile file = open.of(key);
        Meeting meeting = meetings.last(file.ref())
                .orElseThrow(() -> new IllegalStateException("No meeting was arranged in the case " + key));
        Map<String, Object> details = new HashMap<>(Map.of(
                "meeting_on", meeting.on(),
                "meeting_at", meeting.at(),
                "meeting_place", meeting.place()));
        meeting.reviewOn().ifPresent(on -> {
            details.put("review_on", on);
            details.put("targets", lines(meeting.targets()));
        });
        return new LetterOrder(template, file.enrolment(), key, Optional.of(key), details);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
