package org.moutracker.agreements.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementState.PartyState;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.timerules.PartialDate;

/** An agreement as a list shows it. */
@Schema(description = "An agreement as a list shows it.")
record AgreementSummary(
        @Schema(required = true) UUID id,
        @Schema(required = true) String reference,
        @Schema(required = true) Map<String, String> title,
        @Schema(required = true) AgreementType type,
        @Schema(required = true) Bindingness bindingness,
        @Schema(required = true) AgreementStatus status,
        @Schema(required = true) List<PartyState> parties,
        @Schema(required = true, nullable = true) @Nullable PartialDate signedOn,
        @Schema(required = true, nullable = true) @Nullable LocalDate enteredIntoForceOn,
        @Schema(required = true) Instant registeredAt,
        @Schema(required = true) Instant changedAt,
        @Schema(required = true) long version) {

    /** What is read of it. */
    record Row(
            UUID id,
            long version,
            String reference,
            Map<String, String> title,
            AgreementType type,
            Bindingness bindingness,
            AgreementStatus status,
            List<Party> parties,
            List<Area> areas,
            List<String> initiatives,
            @Nullable PartialDate signedOn,
            @Nullable PartialDate expiresOn,
            @Nullable LocalDate enteredIntoForceOn,
            LocalDate signedSort,
            LocalDate inForceSort,
            Instant registeredAt,
            Instant changedAt) {

        AgreementSummary summary(List<Organization> organizations) {
            return new AgreementSummary(
                    id,
                    reference,
                    title,
                    type,
                    bindingness,
                    status,
                    AgreementView.parties(parties, organizations),
                    signedOn,
                    enteredIntoForceOn,
                    registeredAt,
                    changedAt,
                    version);
        }
    }
}
