package uk.daymark.enforcement.court;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;

/** The letter with caution and questions: to one parent, about the sessions that can be charged. */
@Component
class CourtLetters implements LetterSubject {

    private final CourtDesk desk;

    CourtLetters(CourtDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean knows(String template, String key) {
        return template.equals(CautionTasks.LETTER) && ParentKey.of(key).isPresent();
    }

    @Override
    public LetterOrder order(String template, String key) {
        CourtDesk.Opened opened =
                desk.look(key).orElseThrow(() -> new IllegalStateException("There is no open prosecution of " + key));
        Set<Session> sessions =
                opened.chargeable().stream().map(MarkedSession::session).collect(Collectors.toSet());
        return new LetterOrder(
                        template,
                        opened.parent().file().enrolment(),
                        key,
                        Optional.of(opened.parent().file().ref().value()),
                        Map.of(),
                        Optional.of(sessions))
                .fromTheAuthorityTo(opened.parent().parent().contact());
    }
}
