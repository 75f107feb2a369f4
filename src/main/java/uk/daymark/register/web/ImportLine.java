package uk.daymark.register.web;

import java.time.Instant;
import java.time.LocalDateTime;
import uk.daymark.register.ImportAnswer;
import uk.daymark.register.ImportRecord;
import uk.daymark.time.LondonTime;

/**
 * An import as the pages show it.
 *
 * @param id its number
 * @param kind what the file held, in words
 * @param sentBy who sent it
 * @param sentAt when, in London
 * @param state what became of it, in one word or two
 * @param colour of the tag with that word
 * @param rows how many rows did what
 * @param because why it was held; empty text where it was not
 */
record ImportLine(
        String id,
        String kind,
        String sentBy,
        LocalDateTime sentAt,
        String state,
        String colour,
        ImportAnswer.Rows rows,
        String because) {

    static ImportLine of(ImportRecord record) {
        return new ImportLine(
                record.importId(),
                ImportKinds.title(record.kind()),
                record.sentBy(),
                inLondon(record.sentAt()),
                state(record.state()),
                colour(record.state()),
                record.answer().rows(),
                record.answer().heldBecause().orElse(""));
    }

    static LocalDateTime inLondon(Instant at) {
        return at.atZone(LondonTime.ZONE).toLocalDateTime();
    }

    private static String state(ImportRecord.State state) {
        return switch (state) {
            case PREVIEWED -> "Not imported yet";
            case APPLIED -> "Imported";
            case REFUSED -> "Refused";
            case HELD -> "Held";
            case RELEASED -> "Let through";
            case DISCARDED -> "Thrown away";
        };
    }

    private static String colour(ImportRecord.State state) {
        return switch (state) {
            case APPLIED, RELEASED -> "green";
            case REFUSED -> "red";
            case HELD -> "orange";
            case PREVIEWED -> "blue";
            case DISCARDED -> "grey";
        };
    }
}
