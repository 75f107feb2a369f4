package uk.daymark.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.daymark.cases.CaseLog;

/**
 * Steps taken before Daymark, as they were typed where a case is opened by hand: a few rows, each empty or whole.
 *
 * @param rows as typed; each field's name ends with the number of its row
 */
record EarlierTyped(List<LogForm> rows) {

    private static final int ROWS = 3;

    static EarlierTyped of(Map<String, String> typed) {
        List<LogForm> rows = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            rows.add(LogForm.of(typed, String.valueOf(row)));
        }
        return new EarlierTyped(rows);
    }

    Map<String, String> errors(LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (int row = 1; row <= rows.size(); row++) {
            if (!blank(rows.get(row - 1))) {
                int number = row;
                rows.get(row - 1)
                        .errors(LogForm.Sort.EARLIER, today)
                        .forEach((field, error) -> errors.put(field + number, error));
            }
        }
        return errors;
    }

    /** The steps; only where nothing is wrong with them. */
    List<CaseLog.Earlier> steps(LocalDate today) {
        return rows.stream()
                .filter(row -> !blank(row))
                .map(row -> row.earlier(today))
                .toList();
    }

    private static boolean blank(LogForm row) {
        return (row.kind() + row.on() + row.openedOn() + row.text() + row.source()).isBlank();
    }
}
