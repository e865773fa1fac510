package org.moutracker.workinggroups.agreement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.Composition;

/** What working groups need to hear about commitments, and no more. */
record CommitmentState(
        UUID id,
        UUID agreementId,
        String code,
        String title,
        String kind,
        @Nullable String basis,
        @Nullable String clause,
        List<String> obligors,
        String status,
        @Nullable Body body,
        @Nullable Map<String, Object> rule) {

    /** The body that is to be established. */
    record Body(
            String name,
            String type,
            List<String> functions,
            @Nullable Composition composition) {}
}
