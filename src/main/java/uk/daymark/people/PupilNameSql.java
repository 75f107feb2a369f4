package uk.daymark.people;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The name a pupil goes by, read along with something about the pupil, so that a list of many asks no more often than one of few. */
public final class PupilNameSql {

    /** The columns to select of the table of pupils as p. */
    public static final String COLUMNS = "p.legal_surname, p.legal_forename, p.preferred_surname, p.preferred_forename";

    private PupilNameSql() {}

    /** As {@link Pupil.Details#name}, from a row with these columns. */
    public static String name(ResultSet row) throws SQLException {
        return (either(row, "preferred_forename", "legal_forename") + " "
                        + either(row, "preferred_surname", "legal_surname"))
                .strip();
    }

    private static String either(ResultSet row, String preferred, String legal) throws SQLException {
        String first = row.getString(preferred);
        return first.isBlank() ? row.getString(legal) : first;
    }
}
