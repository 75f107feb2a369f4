package uk.daymark.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;

/** Finds whom a letter concerns: whoever knows the key says it; a case's letter without details is about the case's pupil. */
@Component
class LetterOrders {

    private final ObjectProvider<LetterSubject> subjects;
    private final Cases cases;

    LetterOrders(ObjectProvider<LetterSubject> subjects, Cases cases) {
        this.subjects = subjects;
        this.cases = cases;
    }

    LetterOrder order(String template, String key) {
        Optional<LetterSubject> subject = subject(template, key);
        if (subject.isPresent()) {
            return subject.get().order(template, key);
        }
        CaseFile file = Optional.of(key)
                .filter(CaseRef::fits)
                .flatMap(ref -> cases.find(new CaseRef(ref)))
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody knows whom the letter " + template + " for " + key + " concerns"));
        return new LetterOrder(template, file.enrolment(), key, Optional.of(key), Map.of());
    }

    /** What whoever knows the letter has against posting it on a day. */
    List<String> againstPosting(String template, String key, LocalDate day) {
        return subject(template, key)
                .map(one -> one.againstPosting(template, key, day))
                .orElseGet(List::of);
    }

    /** Tells whoever knows the letter that it went out although this stood against it. */
    void posted(String template, String key, List<String> against) {
        subject(template, key).ifPresent(one -> one.posted(template, key, against));
    }

    private Optional<LetterSubject> subject(String template, String key) {
        return subjects.orderedStream().filter(one -> one.knows(template, key)).findFirst();
    }
}
