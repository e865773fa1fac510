package org.moutracker.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;

/** In place of the register's table is one of this connection alone, since all tests fill the other. */
@AgreementsTest
class RareWordsTest {

    @Inject
    Config config;

    @Test
    void a_word_that_hardly_any_agreement_has_is_looked_up_and_one_that_many_have_is_not() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMPORARY TABLE agreement (words tsvector) ON COMMIT DROP");
            statement.execute("INSERT INTO agreement SELECT ('cooperation district' || g)::tsvector"
                    + " FROM generate_series(1, 5000) AS g");
            statement.execute("ANALYZE agreement");

            assertThat(RareWords.are(connection, "'district7':*")).isTrue();
            assertThat(RareWords.are(connection, "'cooperation':* & 'district7':*"))
                    .isTrue();
            assertThat(RareWords.are(connection, "'cooperation':*")).isFalse();
            connection.rollback();
        }
    }

    /** As the owner: the service itself may make no tables. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
