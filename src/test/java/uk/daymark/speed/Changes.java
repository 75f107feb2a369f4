package uk.daymark.speed;

import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a row of each table as it stands. The database answers a question again that it has just answered, without looking, until
 * something changes; in a county hall something always does. Schools do not come and go, and stay as they are: while one is written, every
 * question that asks for an authority's schools asks for them again with each row.
 */
final class Changes {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final List<String> statements;

    Changes(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.statements = jdbc
                .queryForList(
                        "select 'update ' || c.table_name || ' set ' || c.column_name || ' = ' || c.column_name || ' where '"
                                + " || c.column_name || ' = (select ' || c.column_name || ' from ' || c.table_name || ' limit 1)'"
                                + " from information_schema.columns c join information_schema.tables t"
                                + " on t.table_schema = c.table_schema and t.table_name = c.table_name"
                                + " where c.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE' and c.ordinal_position = 1"
                                + " and c.table_name not like 'ACT!_%' escape '!' and c.table_name not like 'flyway%'"
                                + " and c.table_name <> 'SCHOOL'",
                        String.class)
                .stream()
                .filter(this::mayBeWritten)
                .toList();
    }

    /** Some tables refuse it: what is written in them stays as it is. */
    private boolean mayBeWritten(String statement) {
        try {
            jdbc.update(statement);
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    /** One after another, whoever asks. */
    synchronized void happen() {
        transaction.executeWithoutResult(status -> statements.forEach(jdbc::update));
    }
}
