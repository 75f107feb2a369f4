package uk.daymark.enforcement.publicplace;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.letters.LetterOrder;
import uk.daymark.letters.LetterSubject;

/** Says of which day and place the letter speaks that asks the parents of a suspended pupil for an explanation. */
@Component
class PublicPlaceLetters implements LetterSubject {

    private static final String LETTER = "public-place-explanation";

    private final Cases cases;
    private final SightingStore store;
    private final PublicPlaceChecks checks;

    PublicPlaceLetters(Cases cases, SightingStore store, PublicPlaceChecks checks) {
        this.cases = cases;
        this.store = store;
        this.checks = checks;
    }

    @Override
    public boolean knows(String template, String key) {
        return template.equals(LETTER) && CaseRef.fits(key);
    }

    @Override
    public LetterOrder order(String template, String key) {
        CaseFile file = cases.find(new CaseRef(key)).orElseThrow();
        Sighting sighting = store.last(file.ref()).orElseThrow();
        int days = checks.policy(file.school())
                .number("excluded.days", sighting.on())
                .orElseThrow();
        return new LetterOrder(
                template,
                file.enrolment(),
                key,
                Optional.of(key),
                Map.of(
                        "suspended_from",
                        store.standing(sighting.suspension()).firstDay(),
                        "seen_on",
                        sighting.on(),
                        "seen_place",
                        sighting.place(),
                        "seen_first_days",
                        String.valueOf(days)));
    }
}
