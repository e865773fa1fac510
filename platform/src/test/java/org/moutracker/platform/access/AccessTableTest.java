package org.moutracker.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTableTest {

    private static final String TABLE = """
            # Who may do what

            | method | path       | registrar | member | auditor  |
            |--------|------------|-----------|--------|----------|
            | GET    | /things    | all       | own    | register |
            | POST   | /things    | all       |        |          |

            ## Open without a token

            | method | path       | because |
            |--------|------------|---------|
            | GET    | /help      | it helps |
            """;

    private static Rule rule(String method, String path) {
        return AccessTable.of(TABLE).of(method, path).orElseThrow();
    }

    @Test
    void each_role_reaches_what_its_cell_says() {
        assertThat(rule("GET", "/things").of(Set.of(Role.MEMBER), false)).isEqualTo(Reach.OWN);
        assertThat(rule("POST", "/things").of(Set.of(Role.MEMBER), false)).isEqualTo(Reach.NOTHING);
        assertThat(rule("GET", "/things").of(Set.of(Role.OPERATOR), false)).isEqualTo(Reach.NOTHING);
    }

    @Test
    void who_has_several_roles_reaches_the_most_of_them() {
        assertThat(rule("GET", "/things").of(EnumSet.of(Role.MEMBER, Role.REGISTRAR), false))
                .isEqualTo(Reach.ALL);
    }

    @Test
    void what_is_the_register_s_is_reached_by_nobody_of_a_party() {
        assertThat(rule("GET", "/things").of(Set.of(Role.AUDITOR), false)).isEqualTo(Reach.ALL);
        assertThat(rule("GET", "/things").of(Set.of(Role.AUDITOR), true)).isEqualTo(Reach.NOTHING);
        assertThat(rule("GET", "/things").of(EnumSet.of(Role.AUDITOR, Role.MEMBER), true))
                .isEqualTo(Reach.OWN);
    }

    @Test
    void what_is_open_is_open_and_what_has_no_line_has_none() {
        assertThat(rule("GET", "/help").open()).isTrue();
        assertThat(rule("GET", "/things").open()).isFalse();
        assertThat(AccessTable.of(TABLE).of("DELETE", "/things")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| GET    | /things    | all |     |     |",
                "| GET    | /other     | any |     |     |",
                "| GET    | /other     | all |     |",
            })
    void a_table_that_says_two_things_or_none_is_refused(String line) {
        var columns = "| method | path | registrar | member | auditor |\n|---|---|---|---|---|\n";
        assertThatThrownBy(() -> AccessTable.of(columns + "| GET | /things | all | | |\n" + line))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
