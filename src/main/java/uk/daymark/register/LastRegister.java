package uk.daymark.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/** Of when Daymark's copy of the registers is. */
@Component
public class LastRegister {

    private final JdbcTemplate jdbc;

    LastRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** When marks of these schools last came in; empty where none ever have. */
    public Optional<Instant> moment(Scope scope) {
        ScopeSql mine = ScopeSql.of(scope, "s.school_urn");
        return jdbc
                .query(
                        "select max(coalesce(i.settled_at, i.sent_at)) from import_run i join import_school s on s.import_id = i.id"
                                + " where i.state in ('APPLIED', 'RELEASED') and i.kind in ('marks', 'marks-week') and "
                                + mine.condition(),
                        (row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
                        mine.values().toArray())
                .stream()
                .flatMap(Optional::stream)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }
}
