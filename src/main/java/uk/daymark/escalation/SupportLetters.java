package uk.daymark.escalation;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;

/** What the letter that help goes on says: when attendance is looked at again. */
@Component
class SupportLetters implements LetterSubject {

    private final OpenCases open;
    private final CasePolicy policy;

    SupportLetters(OpenCases open, CasePolicy policy) {
        this.open = open;
        this.policy = policy;
    }

    @Override
    public boolean knows(String template, String key) {
        return template.equals(Rung.CONTINUING.id()) && CaseRef.fits(key);
    }

    @Override
    public LetterOrder order(String template, String key) {
        CaseFile file = open.of(key);
        int days = policy.number(file, Rung.CONTINUING.waiting());
        return new LetterOrder(
                template,
                file.enrolment(),
                key,
                Optional.of(key),
                Map.of("review_on", policy.schoolDaysFromToday(file.school(), days)));
    }
}
