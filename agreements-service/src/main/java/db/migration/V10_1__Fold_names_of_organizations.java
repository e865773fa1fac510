package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.moutracker.agreements.organization.FoldedName;

/** Folds the names of the organizations that were registered before names were looked for by what they are like. */
public class V10_1__Fold_names_of_organizations extends BaseJavaMigration {

    private static final int BATCH = 1000;

    @Override
    public void migrate(Context context) throws SQLException {
        fold(context.getConnection());
    }

    /** Folds those of which no name is kept yet. */
    public static void fold(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                        SELECT id, name FROM organization
                        WHERE NOT EXISTS (SELECT FROM organization_name WHERE organization_id = id)
                        """);
                var insert = connection.prepareStatement(
                        "INSERT INTO organization_name (organization_id, folded, name) VALUES (?, ?, ?)");
                var row = select.executeQuery()) {
            for (var count = 1; row.next(); count++) {
                insert.setObject(1, row.getObject("id", UUID.class));
                insert.setString(2, FoldedName.of(row.getString("name")));
                insert.setString(3, row.getString("name"));
                insert.addBatch();
                if (count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
