package uk.daymark.register.reading;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the dates of a file prove of the order in which it writes day and month.
 *
 * @param dayFirst the columns where a date has a first number above 12
 * @param monthFirst the first date of the file whose second number is above 12, with its line
 */
record DateOrder(Set<Column> dayFirst, Optional<String> monthFirst) {

    /** Reads the dates of the whole file, once. */
    static DateOrder of(Source source) throws IOException {
        Header header = source.header();
        boolean[] wanted = header.wanted(Columns::holdsDates);
        EnumSet<Column> dayFirst = EnumSet.noneOf(Column.class);
        Optional<String> monthFirst = Optional.empty();
        try (Csv csv = source.open(wanted)) {
            while (csv.next()) {
                Line line = csv.line();
                for (Map.Entry<Column, int[]> place : header.places().entrySet()) {
                    int at = place.getValue()[0];
                    String text = wanted[at] ? line.text(at) : "";
                    if (text.indexOf('/') < 0) {
                        continue;
                    }
                    Optional<SlashDate> date = SlashDate.of(Dates.withoutMidnight(Cells.stripped(text)));
                    if (date.isPresent()
                            && date.get().first() > 12
                            && date.get().second() <= 12) {
                        dayFirst.add(place.getKey());
                    }
                    if (monthFirst.isEmpty()
                            && date.isPresent()
                            && date.get().first() <= 12
                            && date.get().second() > 12) {
                        monthFirst = Optional.of("line " + line.number() + ": " + Cells.shortened(text));
                    }
                }
            }
        } catch (UnreadableFileException e) {
            // The reading of the lines themselves comes to the same place and reports it; up to there the dates stand.
            return new DateOrder(dayFirst, monthFirst);
        }
        return new DateOrder(dayFirst, monthFirst);
    }
}
