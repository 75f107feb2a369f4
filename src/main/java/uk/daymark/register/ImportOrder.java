package uk.daymark.register;

import java.util.Optional;
import uk.daymark.people.Urn;
import uk.daymark.register.reading.FileKind;

/**
 * A file with what is to be done with it.
 *
 * @param kind what it holds
 * @param apply whether to apply it; else it is previewed
 * @param file the file as received
 * @param by who sent it
 * @param skipRejects whether to take the good rows where some are rejected; else such a file is refused
 * @param reason why marks change, for the amendments; may be empty text
 * @param previewToken of the preview that is to be applied
 * @param idempotencyKey under which the same order is answered once only
 * @param defaultSchool the school of rows that name none
 */
public record ImportOrder(
        FileKind kind,
        boolean apply,
        SpoolFolder.Spooled file,
        By by,
        boolean skipRejects,
        String reason,
        Optional<String> previewToken,
        Optional<String> idempotencyKey,
        Optional<Urn> defaultSchool) {

    /** The school of rows that name none: the one given, else the sender's own. */
    Optional<Urn> schoolOfRowsThatNameNone() {
        return defaultSchool.or(() -> by.scope().homeSchool());
    }
}
