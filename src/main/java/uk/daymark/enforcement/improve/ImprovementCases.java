package uk.daymark.enforcement.improve;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.ParentCases;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.web.Conflict;

/** The parent or the case behind the key of a notice to improve. */
@Component
class ImprovementCases {

    private final ParentCases parents;
    private final Cases cases;
    private final Policies policies;

    ImprovementCases(ParentCases parents, Cases cases, Policies policies) {
        this.parents = parents;
        this.cases = cases;
        this.policies = policies;
    }

    static boolean fits(String key) {
        return ParentKey.of(key).isPresent() || CaseRef.fits(key);
    }

    /** @throws IllegalStateException where the key names neither a parent nor a case */
    ImprovementCase of(String key) {
        if (ParentKey.of(key).isPresent()) {
            var about = parents.of(key);
            return new ImprovementCase(key, about.file(), about.policy(), Optional.of(about));
        }
        CaseFile file = Optional.of(key)
                .filter(CaseRef::fits)
                .flatMap(ref -> cases.find(new CaseRef(ref)))
                .orElseThrow(() -> new IllegalStateException("There is no case " + key));
        return new ImprovementCase(key, file, policy(file), Optional.empty());
    }

    private Policy policy(CaseFile file) {
        return policies.named(file.policy())
                .orElseThrow(() -> new Conflict(
                        "The policy " + file.policy() + " is not there any more. Ask your administrator."));
    }
}
