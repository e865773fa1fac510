package org.moutracker.workinggroups.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.Suspension;

/** What working groups need to hear about agreements, and no more. */
record AgreementState(
        UUID id,
        @Nullable String reference,
        @Nullable Map<String, String> title,
        @Nullable String status,
        List<Party> parties,
        Map<String, String> facts,
        @Nullable List<String> happened,
        @Nullable List<Suspension> suspensions,
        @Nullable List<AgreedTime> times,
        @Nullable Instant importedAt) {

    /** Who agreed, on which side, and by whose clock and calendar. */
    record Party(String code, String side, Organization organization) {}

    /** The organization behind a party. */
    record Organization(String zone) {}
}
