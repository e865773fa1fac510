package org.moutracker.agreements.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who agreed.
 *
 * @param code its name within the agreement
 * @param side with whom it stands: consent, quorum and co-chairs count sides
 */
record Party(
        String code,
        String side,
        UUID organizationId,
        @Nullable String onBehalfOf) {}
