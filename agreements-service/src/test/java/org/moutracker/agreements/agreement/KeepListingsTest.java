package org.moutracker.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;
import org.moutracker.agreements.organization.Registering;

@AgreementsTest
class KeepListingsTest {

    /** As a release notes what it finds by other rules. */
    private static final String LATER =
            "INSERT INTO agreement_to_follow (agreement_id, since, tell) SELECT id, 'epoch', false FROM agreement WHERE reference = ";

    private final Listed listed = new Listed();
    private final String name = "Institute " + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void an_agreement_is_found_by_the_present_name_and_country_of_its_organizations() throws SQLException {
        var renamed = listed.with(name, "CN", "Asia/Shanghai");
        var before = listed.ask(Map.of()).<Integer>path("items[0].version");
        execute("UPDATE organization SET name = 'Académie " + name + "', country = 'MO' WHERE name = '" + name + "'");
        execute(LATER + "'" + renamed + "'");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(listed.found(Map.of("q", "academie " + name, "country", "MO")))
                        .containsExactly(renamed));
        assertThat(listed.found("country", "CN")).isEmpty();
        assertThat(listed.ask(Map.of()).<Integer>path("items[0].version")).isEqualTo(before);
    }

    @Test
    void what_is_older_than_its_listing_gets_one() throws SQLException {
        var old = listed.signedOn("2020-09");
        execute("UPDATE agreement SET words = '', signed_sort = '0001-01-01', signed_last = '0001-01-01', "
                + "in_force_sort = '0001-01-01', in_force_last = '0001-01-01' WHERE reference = '" + old + "'");
        assertThat(listed.found("q", "health")).isEmpty();

        execute(LATER + "'" + old + "'");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(listed.found("q", "health")).isEqualTo(List.of(old)));
        assertThat(listed.found("signedFrom", "2020-09-30")).containsExactly(old);
    }

    @Test
    void what_only_had_to_be_listed_is_told_where_an_organization_changes_before() throws SQLException {
        var agreement = listed.with(name, "CN", "Asia/Shanghai");
        var read = listed.ask(Map.of());
        execute("INSERT INTO agreement_to_follow (agreement_id, since, tell) SELECT id, '9999-01-01', false"
                + " FROM agreement WHERE reference = '" + agreement + "'");

        Registering.patch(
                        read.path("items[0].parties[1].organization.id"), "{\"name\": \"Academy %s\"}".formatted(name))
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(Told.types(read.path("items[0].id")))
                .endsWith("mou.agreement.changed.v1"));
        assertThat(listed.found("q", "academy " + name)).containsExactly(agreement);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
