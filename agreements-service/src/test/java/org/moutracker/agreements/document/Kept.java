package org.moutracker.agreements.document;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;

/** How many large objects the database keeps. */
record Kept(AgroalDataSource database) {

    long count() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM pg_largeobject_metadata");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement as the service could, and answers why the database refuses it. */
    String refusal(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.execute();
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
