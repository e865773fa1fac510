package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline on a page.
 *
 * @param provisional whether its day leans on an estimate
 * @param persons those of whom one by one it is known that they have to see to it
 * @param internal whether only one side sees it
 */
record Due(
        UUID id,
        String kind,
        String title,
        DueState state,
        boolean provisional,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        @Nullable LocalDate metOn,
        List<String> parties,
        Set<UUID> persons,
        boolean internal) {

    boolean isOf(String... kinds) {
        return Set.of(kinds).contains(kind);
    }

    /** Whether somebody has to see to it, alone or with the whole party. */
    boolean concerns(UUID person, String party) {
        return persons.isEmpty() ? parties.contains(party) : persons.contains(person);
    }
}
