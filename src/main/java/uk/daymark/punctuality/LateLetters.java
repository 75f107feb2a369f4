package uk.daymark.punctuality;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;

/** Says whom a letter about lateness concerns where there is no case. */
@Component
class LateLetters implements LetterSubject {

    private final LatenessConcerns concerns;
    private final Cases cases;

    LateLetters(LatenessConcerns concerns, Cases cases) {
        this.concerns = concerns;
        this.cases = cases;
    }

    @Override
    public boolean knows(String template, String key) {
        return key.startsWith(LatenessConcerns.LETTER + "-");
    }

    @Override
    public LetterOrder order(String template, String key) {
        LatenessConcern concern = concerns.latest(key).orElseThrow();
        return new LetterOrder(
                template,
                concern.enrolment(),
                key,
                cases.openOf(concern.enrolment()).map(CaseFile::ref).map(CaseRef::value),
                Map.of());
    }
}
