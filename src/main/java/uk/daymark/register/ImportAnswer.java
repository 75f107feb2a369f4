package uk.daymark.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import uk.daymark.register.reading.Reject;

/**
 * What the sender of a file is told. The names are those of the interface that other systems rely on.
 *
 * @param importId names this import
 * @param applied whether the file's rows are in the register now
 * @param held whether the file waits for a person
 * @param heldBecause why it waits, or (of a preview) would wait
 * @param previewToken to apply exactly what was previewed; only of a preview
 * @param rows how many rows would do or did what
 * @param rejects what was rejected: the first thousand faults; all are in the list for download
 * @param effects what the import causes, in words
 * @param layout the layout of the file, in words
 * @param warnings what a person should know of rows that were taken all the same
 */
public record ImportAnswer(
        String importId,
        boolean applied,
        boolean held,
        Optional<String> heldBecause,
        Optional<String> previewToken,
        Rows rows,
        List<Reject> rejects,
        List<String> effects,
        String layout,
        List<Reject> warnings) {

    /** The same for somebody who may not see single rows. */
    ImportAnswer withoutRows() {
        return new ImportAnswer(
                importId, applied, held, heldBecause, previewToken, rows, List.of(), effects, layout, List.of());
    }

    /**
     * Rows of the file, blank lines and the header left out. {@code total} is the sum of the others.
     *
     * @param added rows that bring something new
     * @param changed rows that change what is stored
     * @param unchanged rows that say what is stored already, or nothing
     * @param rejected rows that cannot be taken
     */
    public record Rows(long total, @JsonProperty("new") long added, long changed, long unchanged, long rejected) {}
}
