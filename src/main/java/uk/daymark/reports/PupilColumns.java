package uk.daymark.reports;

import java.util.ArrayList;
import java.util.List;
import uk.daymark.people.Enrolment;
import uk.daymark.people.Rolls;

/** The columns that tell which pupil a row is about; the school only where there are several. */
record PupilColumns(boolean withSchool) {

    /** The first columns of a table, followed by more. */
    List<Column> and(Column... more) {
        List<Column> columns = new ArrayList<>(List.of(Column.words("Pupil")));
        if (withSchool) {
            columns.add(Column.words("School"));
        }
        columns.add(Column.words("Year group"));
        columns.add(Column.words("Form"));
        columns.addAll(List.of(more));
        return columns;
    }

    /** The row of a pupil, with the pupil's page. */
    Row row(Rolls.OnRoll who, Cell... more) {
        Enrolment here = who.here();
        List<Cell> cells = new ArrayList<>();
        if (withSchool) {
            cells.add(Cell.of(who.school().name()));
        }
        cells.add(Cell.of(here.details().yearGroup()));
        cells.add(Cell.of(here.details().form()));
        cells.addAll(List.of(more));
        return new Row(
                Cell.of(
                        who.pupil().details().name(),
                        "/pupils/" + here.school().value() + "/" + Addresses.part(here.pupilRef())),
                cells);
    }
}
