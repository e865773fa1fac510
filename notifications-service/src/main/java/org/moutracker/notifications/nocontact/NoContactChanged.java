package org.moutracker.notifications.nocontact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody must not be told any more, or may again; told within the transaction that keeps it. */
public record NoContactChanged(
        @Nullable UUID agreementId, @Nullable UUID organizationId) {}
