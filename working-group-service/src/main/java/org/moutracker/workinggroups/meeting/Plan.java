package org.moutracker.workinggroups.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group plans.
 *
 * @param number among its ordinary meetings; null for an extraordinary one
 * @param host the code of the party that receives the others
 */
record Plan(
        UUID workingGroupId,
        @Nullable Integer number,
        MeetingKind kind,
        String title,
        Times times,
        @Nullable String place,
        @Nullable String online,
        String host) {}
