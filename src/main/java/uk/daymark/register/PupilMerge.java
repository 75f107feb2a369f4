package uk.daymark.register;

import uk.daymark.people.Enrolment;
import uk.daymark.people.Pupil;

/** What is known of a pupil after a file has spoken: columns that the file lacks leave what is stored. */
final class PupilMerge {

    private final FileColumns columns;

    PupilMerge(FileColumns columns) {
        this.columns = columns;
    }

    /**
     * Whether a row says that a pupil who left is on roll again, from a day after leaving. A file without leaving dates says nothing of
     * the kind: it cannot tell a return from a first day that is wrong.
     */
    boolean comesBack(Enrolment.Details said, Enrolment.Details known) {
        return columns.has("leaving_date")
                && known.leavingDate().isPresent()
                && said.onRollFrom().isPresent()
                && said.onRollFrom().get().isAfter(known.leavingDate().get());
    }

    /** The earlier leaving date says nothing of a new stay: with an empty one of its own it is open. */
    Enrolment.Details secondStay(Enrolment.Details said, Enrolment.Details known) {
        Enrolment.Details merged = merged(said, known);
        return new Enrolment.Details(
                said.onRollFrom(), said.leavingDate(), merged.yearGroup(), merged.form(), merged.partTime());
    }

    /** A UPN and a date of birth are never forgotten: they tell pupils apart. */
    Pupil.Details merged(Pupil.Details said, Pupil.Details known) {
        return new Pupil.Details(
                FileColumns.kept(said.upn(), known.upn()),
                said.legalSurname(),
                columns.of("legal_forename", said.legalForename(), known.legalForename()),
                columns.of("preferred_surname", said.preferredSurname(), known.preferredSurname()),
                columns.of("preferred_forename", said.preferredForename(), known.preferredForename()),
                FileColumns.kept(said.dateOfBirth(), known.dateOfBirth()),
                columns.of("sex", said.sex(), known.sex()),
                columns.of("language", said.language(), known.language()),
                columns.of("sen", said.sen(), known.sen()),
                columns.of("looked_after", said.lookedAfter(), known.lookedAfter()),
                columns.of("child_protection", said.childProtection(), known.childProtection()),
                columns.of("child_in_need", said.childInNeed(), known.childInNeed()),
                columns.of("free_meals", said.freeMeals(), known.freeMeals()));
    }

    /** The first day on roll is never forgotten either: without it, sessions before it would be the pupil's. */
    Enrolment.Details merged(Enrolment.Details said, Enrolment.Details known) {
        return new Enrolment.Details(
                FileColumns.kept(said.onRollFrom(), known.onRollFrom()),
                columns.of("leaving_date", said.leavingDate(), known.leavingDate()),
                columns.of("year_group", said.yearGroup(), known.yearGroup()),
                columns.of("form", said.form(), known.form()),
                columns.of("part_time", said.partTime(), known.partTime()));
    }
}
