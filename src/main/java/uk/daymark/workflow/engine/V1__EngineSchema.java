package uk.daymark.workflow.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables, by the scripts in the engine's own archive: two nodes that start together on an empty database would race over
 * them if the engine made them itself. With the two indexes that its scripts lack.
 */
@Component
class V1__EngineSchema extends BaseJavaMigration {

    /** Later scripts refer to tables of earlier ones. */
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private static final List<String> INDEXES = List.of(
            // Completing any task looks for its sub-tasks: without this it reads all open tasks.
            "create index DM_IDX_TASK_PARENT on ACT_RU_TASK(PARENT_TASK_ID_)",
            "create index DM_IDX_TASK_DUE on ACT_RU_TASK(DUE_DATE_)");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String dialect = dialectOf(connection);
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti." + dialect + ".create." + part + ".sql"));
        }
        try (Statement statement = connection.createStatement()) {
            for (String index : INDEXES) {
                statement.execute(index);
            }
        }
    }

    private static String dialectOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> "h2";
            case "PostgreSQL" -> "postgres";
            default -> throw new SQLException("Daymark runs on H2 and PostgreSQL, not on " + product);
        };
    }
}
