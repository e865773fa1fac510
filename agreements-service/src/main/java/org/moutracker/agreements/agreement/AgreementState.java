package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.AgreementTime;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.life.Suspension;
import org.moutracker.agreements.life.SuspensionPeriod;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/**
 * An agreement as other services hear of it: no persons, and nothing that only readers need.
 *
 * @param amendment the last that has taken effect
 * @param importedAt when it was taken over from older records; what was due before is not to be told of
 * @param mergedInto the one that it is a duplicate of, if it was registered twice
 */
record AgreementState(
        UUID id,
        String reference,
        Map<String, String> title,
        AgreementType type,
        Bindingness bindingness,
        AgreementStatus status,
        List<PartyState> parties,
        Map<AnchorEvent, PartialDate> facts,
        List<LegalEventType> happened,
        @Nullable Suspension suspension,
        List<SuspensionPeriod> suspensions,
        List<AgreementTime> times,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AppliedAmendment amendment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant importedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto,
        long version) {

    record PartyState(
            @Schema(required = true) String code,
            @Schema(required = true) String side,

            @Schema(required = true, nullable = true) @Nullable
            String onBehalfOf,

            @Schema(required = true) Organization organization) {}
}
