package org.moutracker.workinggroups.page;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sits in a group, by name.
 *
 * @param awayUntil the last day of an absence; null for somebody who is there
 * @param deputy who stands in meanwhile
 */
record Sitting(
        UUID person,
        String name,
        String party,
        String role,
        String status,
        @Nullable LocalDate awayUntil,
        @Nullable String deputy) {}
