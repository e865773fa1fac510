package org.moutracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArgumentsTest {

    @Test
    void without_a_name_nothing_is_measured() {
        assertThat(Arguments.parse(List.of()).name()).isEmpty();
    }

    @Test
    void a_name_and_a_file_come_in_any_order() {
        assertThat(Arguments.parse(List.of("relay", "--json", "a.json")))
                .isEqualTo(Arguments.parse(List.of("--json", "a.json", "relay")));
        assertThat(Arguments.parse(List.of("relay", "--json", "a.json")).json()).contains(Path.of("a.json"));
    }

    @Test
    void later_deadlines_are_a_round_more() {
        var arguments = Arguments.parse(List.of("deadlines", "--later", "10000000"));
        assertThat(arguments.later()).contains(10_000_000L);
        assertThat(Arguments.parse(List.of("groups", "--groups", "5000")).groups())
                .contains(5_000);
        assertThat(Arguments.parse(List.of("agreements", "--agreements", "5000"))
                        .agreements())
                .contains(5_000);
        var alerts = Arguments.parse(List.of("alerts", "--mails", "500", "--planned", "10000"));
        assertThat(new Alerts().with(alerts)).isEqualTo(new Alerts(500, 10_000));
        assertThat(new Deadlines().with(arguments)).isEqualTo(new Deadlines(List.of(0L, 1_000_000L, 10_000_000L)));
    }

    @Test
    void what_is_not_understood_is_refused() {
        assertThatThrownBy(() -> Arguments.parse(List.of("relay", "--json"))).hasMessage("--json needs a file");
        assertThatThrownBy(() -> Arguments.parse(List.of("relay", "inbox"))).hasMessage("Name one benchmark, or all");
        assertThatThrownBy(() -> Arguments.parse(List.of("deadlines", "--later", "many")))
                .hasMessageContaining("--later needs a number");
        assertThatThrownBy(() -> Arguments.parse(List.of("groups", "--groups", "20")))
                .hasMessageContaining("from 200");
        assertThatThrownBy(() -> Arguments.parse(List.of("--fast"))).hasMessageContaining("--fast");
    }

    @Test
    void every_benchmark_has_a_line_and_answers_to_its_name() {
        var names =
                Choice.list().lines().map(line -> line.strip().split(" ", 2)[0]).toList();
        assertThat(names).contains("relay", "all").allSatisfy(name -> assertThat(Choice.named(name))
                .isPresent());
        assertThat(Choice.named("nothing")).isEmpty();
    }
}
