package org.moutracker.agreements.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.imports.Import.StoredFile;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportTest {

    private static final Instant NOW = Instant.parse("2025-09-17T07:00:00Z");

    @Test
    void each_state_becomes_those_and_no_other() {
        var may = new EnumMap<ImportState, Set<ImportState>>(Map.of(
                ImportState.CHECKING,
                EnumSet.of(ImportState.CHECKED, ImportState.REFUSED, ImportState.CANCELLED),
                ImportState.CHECKED,
                EnumSet.of(ImportState.IMPORTING, ImportState.CANCELLED),
                ImportState.IMPORTING,
                EnumSet.of(ImportState.IMPORTED, ImportState.CANCELLED),
                ImportState.IMPORTED,
                EnumSet.noneOf(ImportState.class),
                ImportState.REFUSED,
                EnumSet.noneOf(ImportState.class),
                ImportState.CANCELLED,
                EnumSet.noneOf(ImportState.class)));
        may.forEach((from, to) -> assertThat(Arrays.stream(ImportState.values()).filter(from::canBecome))
                .as(from.name())
                .containsExactlyInAnyOrderElementsOf(to));
    }

    @Test
    void errors_hold_up_the_execution_unless_they_are_left_out_and_so_do_duplicates_where_they_are_errors() {
        var skipping = checked(OnDuplicate.SKIP, 5, 2, 0);
        assertThatCode(() -> skipping.execute(false, NOW, "r")).doesNotThrowAnyException();

        for (var one : new Import[] {checked(OnDuplicate.SKIP, 5, 0, 1), checked(OnDuplicate.FAIL, 5, 1, 0)}) {
            assertThatThrownBy(() -> one.execute(false, NOW, "r")).isInstanceOf(RuleViolated.class);
            one.execute(true, NOW, "r");
            assertThat(one.state).isEqualTo(ImportState.IMPORTING);
        }
    }

    @Test
    void an_import_that_is_not_checked_is_not_executed() {
        var one = fresh(OnDuplicate.SKIP);

        assertThatThrownBy(() -> one.execute(true, NOW, "r"))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("an import that is CHECKING cannot be executed");
    }

    @Test
    void what_was_executed_stays_as_it_was_when_somebody_asks_again() {
        var one = checked(OnDuplicate.SKIP, 1, 0, 0);
        one.execute(false, NOW, "first");
        one.took(1, 1, 0, 0);
        one.ended(NOW);

        one.execute(true, NOW.plusSeconds(1), "second");

        assertThat(one.executionBeganBy).isEqualTo("first");
        assertThatThrownBy(() -> one.cancel(NOW, "r")).isInstanceOf(RuleViolated.class);
    }

    private static Import fresh(OnDuplicate onDuplicate) {
        return new Import(null, FileFormat.CSV, new StoredFile(1, 10, "00"), onDuplicate, NOW, "r");
    }

    private static Import checked(OnDuplicate onDuplicate, int fit, int duplicates, int errors) {
        var one = fresh(onDuplicate);
        one.read(fit, duplicates, errors);
        one.checked(NOW);
        assertThat(one.place).isNull();
        return one;
    }
}
