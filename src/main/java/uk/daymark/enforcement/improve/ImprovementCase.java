package uk.daymark.enforcement.improve;

import java.util.Optional;
import uk.daymark.cases.CaseFile;
import uk.daymark.enforcement.improve.ImprovementNotice.Issuer;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.policy.Policy;

/**
 * What a notice to improve is about.
 *
 * @param file the case
 * @param policy what it goes by: the authority's policy, or the school's where the school gives it
 * @param parent the one parent; empty where the school gives it to the parents
 */
record ImprovementCase(String key, CaseFile file, Policy policy, Optional<ParentCase> parent) {

    Issuer issuer() {
        return parent.isPresent() ? Issuer.AUTHORITY : Issuer.SCHOOL;
    }

    /** Whom it is for, within a sentence. */
    String whom() {
        return parent.map(about -> about.parent().name()).orElse("the parents of " + file.pupilName());
    }
}
