package uk.daymark.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Lets H2 set numbers for new rows aside a thousand at a time. With every block that it begins it writes all that is not on disk yet, in
 * the middle of a large import too; by itself it takes blocks of 32. PostgreSQL does nothing of the kind, and there each connection would
 * have a block of its own, so that rows would not be numbered in the order in which they came.
 */
@Component
class V16_1__NumbersInBlocks extends BaseJavaMigration {

    private static final int BLOCK = 1000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return;
        }
        List<String> changes = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet columns = statement.executeQuery(
                    "select table_name, column_name from information_schema.columns where is_identity = 'YES'"
                            + " and table_schema = current_schema")) {
                while (columns.next()) {
                    changes.add("alter table \"" + columns.getString(1) + "\" alter column \"" + columns.getString(2)
                            + "\" set cache " + BLOCK);
                }
            }
            for (String change : changes) {
                statement.execute(change);
            }
        }
    }
}
