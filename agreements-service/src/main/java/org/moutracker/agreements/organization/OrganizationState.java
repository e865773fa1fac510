package org.moutracker.agreements.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization as other services hear of it.
 *
 * @param mergedInto the one that it is a duplicate of
 * @param succession who stands in its place, and from when on
 */
record OrganizationState(
        UUID id,
        String name,
        List<NameVariant> variants,
        OrganizationKind kind,
        String country,
        String zone,
        @Nullable String calendar,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Succession succession,
        long version) {}
