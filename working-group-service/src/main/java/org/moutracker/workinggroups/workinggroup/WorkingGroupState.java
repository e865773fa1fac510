package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group as other services hear of it: its members by id alone. */
record WorkingGroupState(
        UUID id,
        String name,
        String type,
        WorkingGroupStatus status,
        List<UUID> agreements,
        UUID commitmentId,
        List<String> functions,
        Composition composition,
        @Nullable LocalDate establishedOn,
        List<Member> members,
        List<Missing> missing,
        long version) {}
