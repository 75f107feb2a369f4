package uk.daymark.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.StageWords;
import uk.daymark.journal.Recorded;
import uk.daymark.time.LondonTime;

/** A stage that a case came to: when, and why. */
record StageRow(String stage, LocalDate on, String why, boolean current) {

    /** Every stage in order, the present one last. */
    static List<StageRow> of(CaseFile file, List<Recorded> entries) {
        List<Recorded> moves = entries.stream()
                .filter(entry -> entry.entry().kind().equals("STAGE"))
                .toList();
        List<StageRow> rows = new ArrayList<>();
        for (int at = 0; at < moves.size(); at++) {
            Recorded move = moves.get(at);
            rows.add(new StageRow(
                    StageWords.of(move.entry().after()),
                    LocalDate.ofInstant(move.at(), LondonTime.ZONE),
                    move.entry().why(),
                    at == moves.size() - 1));
        }
        return rows.isEmpty()
                ? List.of(new StageRow(StageWords.of(file.stage()), file.openedOn(), file.openedWhy(), true))
                : List.copyOf(rows);
    }
}
