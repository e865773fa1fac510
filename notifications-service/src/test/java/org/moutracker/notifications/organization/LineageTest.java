package org.moutracker.notifications.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.organization.Organization.Succession;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineageTest {

    private static final LocalDate REFORM = LocalDate.parse("2026-01-01");
    private static final UUID OLD = new UUID(1, 1);
    private static final UUID NEW = new UUID(1, 2);
    private static final UUID TWICE = new UUID(1, 3);
    private static final UUID NEWEST = new UUID(1, 4);

    @Test
    void what_nobody_has_said_anything_of_stands_for_itself() {
        var lineage = Lineage.of(List.of());

        assertThat(lineage.line(OLD, REFORM)).containsExactly(OLD);
        assertThat(lineage.withDuplicates(OLD)).containsExactly(OLD);
    }

    @Test
    void a_successor_stands_there_from_its_first_day_on_and_those_before_it_come_after() {
        var lineage = Lineage.of(List.of(succeeded(OLD, NEW), succeeded(NEW, NEWEST)));

        assertThat(lineage.line(OLD, REFORM.minusDays(1))).containsExactly(OLD);
        assertThat(lineage.line(OLD, REFORM)).containsExactly(NEWEST, NEW, OLD);
    }

    @Test
    void a_duplicate_is_the_one_that_it_was_merged_into() {
        var lineage = Lineage.of(List.of(new Organization(TWICE, OLD, null), succeeded(OLD, NEW)));

        assertThat(lineage.line(TWICE, REFORM)).containsExactly(NEW, OLD);
        assertThat(lineage.withDuplicates(OLD)).containsExactlyInAnyOrder(OLD, TWICE);
    }

    @Test
    void news_in_a_wrong_order_can_tell_a_circle_and_it_ends() {
        var lineage = Lineage.of(List.of(succeeded(OLD, NEW), succeeded(NEW, OLD)));
        var merged = Lineage.of(List.of(new Organization(OLD, NEW, null), new Organization(NEW, OLD, null)));

        assertThat(lineage.line(OLD, REFORM)).containsExactly(NEW, OLD);
        assertThat(merged.root(OLD)).isEqualTo(OLD);
    }

    private static Organization succeeded(UUID organization, UUID by) {
        return new Organization(organization, null, new Succession(by, REFORM));
    }
}
