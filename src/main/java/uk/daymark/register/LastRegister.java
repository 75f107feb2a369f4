package uk.daymark.register;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;
import uk.daymark.time.Dates;

/** Of when Daymark's copy of the registers is. */
@Component
public class LastRegister {

    private final JdbcTemplate jdbc;
    private final Dates dates;

    LastRegister(JdbcTemplate jdbc, Dates dates) {
        this.jdbc = jdbc;
        this.dates = dates;
    }

    /** "Register as of 4 June 2026 at 9:12am": when marks of these schools last came in. */
    public String inWords(Scope scope) {
        ScopeSql mine = ScopeSql.of(scope, "s.school_urn");
        List<Object> values = new ArrayList<>(mine.values());
        return jdbc
                .query(
                        "select max(coalesce(i.settled_at, i.sent_at)) from import_run i join import_school s on s.import_id = i.id"
                                + " where i.state in ('APPLIED', 'RELEASED') and i.kind in ('marks', 'marks-week') and "
                                + mine.condition(),
                        (row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
                        values.toArray())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(moment -> "Register as of " + dates.moment(moment.toInstant()))
                .orElse("No register has come in yet");
    }
}
