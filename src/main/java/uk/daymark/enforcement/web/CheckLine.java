package uk.daymark.enforcement.web;

import uk.daymark.enforcement.CheckWords;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.time.Dates;

/**
 * A check of a referral as a row of the evidence.
 *
 * @param name what was checked
 * @param colour of the tag that holds the result
 * @param view what the officer thinks of it; empty text while nobody has looked
 * @param cure what would cure it; empty text where nothing has to
 */
record CheckLine(
        String name, String found, String source, String asOf, String result, String colour, String view, String cure) {

    static CheckLine of(Referral.Check check, CheckWords words, Dates dates) {
        return new CheckLine(
                words.name(check.code()),
                check.found(),
                check.source(),
                dates.moment(check.asOf()),
                check.result().title(),
                switch (check.result()) {
                    case MET -> "green";
                    case NOT_MET -> "red";
                    case NEEDS_VIEW -> "yellow";
                    case COULD_NOT_BE_CHECKED -> "grey";
                },
                switch (check.view()) {
                            case NONE -> "";
                            case AGREED -> "Agreed";
                            case NOT_MET -> "Not met";
                        }
                        + (check.words().isBlank() ? "" : ": " + check.words()),
                check.cure()
                        + check.earliestOn()
                                .map(day -> " From " + dates.day(day) + " at the earliest.")
                                .orElse(""));
    }
}
