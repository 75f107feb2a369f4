package uk.daymark.cases;

import java.util.Set;
import org.springframework.stereotype.Component;
import uk.daymark.people.PupilId;
import uk.daymark.people.Referred;
import uk.daymark.people.Scope;

/** The pupils of whom a case was referred to their authority. */
@Component
class ReferredPupils implements Referred {

    private final CaseStore store;

    ReferredPupils(CaseStore store) {
        this.store = store;
    }

    @Override
    public Set<PupilId> pupils(Scope scope) {
        return store.referred(scope);
    }
}
