package org.moutracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResultsTest {
    private static final Results RESULTS = new Results(List.of(
            new Row("relay", "events/s", 15_000, 60_000, Map.of("Debezium", 3_600.0)),
            new Row("register", "requests/s", 62.5, 250, Map.of())));

    @Test
    void the_table_is_aligned() {
        assertThat(RESULTS.table().lines().map(String::stripTrailing))
                .containsExactly(
                        "name      unit             ours      limit  ratio  others",
                        "relay     events/s       15,000     60,000   0.25  Debezium 3,600",
                        "register  requests/s       62.5        250   0.25");
    }

    @Test
    void the_json_has_a_row_each() throws IOException {
        assertThat(new ObjectMapper().readTree(RESULTS.json())).isEqualTo(new ObjectMapper().readTree("""
                [{"name": "relay", "unit": "events/s", "ours": 15000.0, "limit": 60000.0, "ratio": 0.25,
                  "peers": {"Debezium": 3600.0}},
                 {"name": "register", "unit": "requests/s", "ours": 62.5, "limit": 250.0, "ratio": 0.25, "peers": {}}]
                """));
    }

    @Test
    void what_has_no_limit_has_no_ratio() {
        assertThat(new Row("relay", "events/s", 1, 0, Map.of()).ratio()).isZero();
    }
}
