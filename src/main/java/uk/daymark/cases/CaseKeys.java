package uk.daymark.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;

/** Under which keys the processes of a case run. */
@Component
public class CaseKeys {

    private final ObjectProvider<CasePart> parts;

    CaseKeys(ObjectProvider<CasePart> parts) {
        this.parts = parts;
    }

    /**
     * The keys of every process that belongs to the case and whose steps and rules this person may see, with whom or what each is about;
     * the case's own first.
     */
    public Map<String, String> of(CaseFile file, SignedIn person) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(file.ref().value(), "The case");
        parts.orderedStream()
                .flatMap(part -> part.keys(file).stream())
                .filter(key -> !key.ofAuthority() || ShownEntries.inFull(person))
                .forEach(key -> keys.putIfAbsent(key.key(), key.about()));
        return keys;
    }
}
