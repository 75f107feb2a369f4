package uk.daymark.enforcement.referral;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.referral.Referral.Said;

/** Who may decide about a case: nobody who referred it. */
@Component
class Deciders {

    private final ParentCases parentCases;

    Deciders(ParentCases parentCases) {
        this.parentCases = parentCases;
    }

    /** Why this person must not decide, with the rule and what would change it; empty where they may. */
    Optional<String> whyNot(CaseFile file, Optional<Referral> referral, SignedIn person) {
        boolean referred = parentCases.referrers(file.ref()).contains(person.userName())
                || referral.flatMap(Referral::submitted)
                        .map(Said::by)
                        .filter(person.userName()::equals)
                        .isPresent();
        return referred
                ? Optional.of("You referred this case, and whoever referred it does not decide about it. Somebody else"
                        + " decides. Source: fairness, nobody decides on their own referral.")
                : Optional.empty();
    }
}
