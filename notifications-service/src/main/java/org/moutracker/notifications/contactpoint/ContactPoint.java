package org.moutracker.notifications.contactpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person whom one turns to in an organization.
 *
 * @param until the last day; null while it is not known
 */
public record ContactPoint(
        UUID id,
        UUID organizationId,
        UUID personId,
        LocalDate from,
        @Nullable LocalDate until) {}
