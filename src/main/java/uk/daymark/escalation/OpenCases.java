package uk.daymark.escalation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;

/** The case behind a key. */
@Component
class OpenCases {

    private final Cases cases;

    OpenCases(Cases cases) {
        this.cases = cases;
    }

    CaseFile of(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("There is no case " + key));
    }

    Optional<CaseFile> find(String key) {
        return Optional.of(key).filter(CaseRef::fits).flatMap(ref -> cases.find(new CaseRef(ref)));
    }
}
