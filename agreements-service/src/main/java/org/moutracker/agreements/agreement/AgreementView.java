package org.moutracker.agreements.agreement;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.AgreementState.PartyState;
import org.moutracker.agreements.commitment.CommitmentState;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.CurrentTerm;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.Survival;
import org.moutracker.agreements.life.Suspension;
import org.moutracker.agreements.life.Term;
import org.moutracker.agreements.organization.LikelyDuplicates;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/** An agreement as callers see it. */
@Schema(name = "Agreement", description = "What two or more sides agreed on, and where it stands.")
record AgreementView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "PK-PS-2025-HEALTH")
        String reference,

        @Schema(required = true) Map<String, String> title,
        @Schema(required = true) AgreementType type,
        @Schema(required = true) Bindingness bindingness,
        @Schema(required = true) AgreementStatus status,

        @Schema(
                required = true,
                description = "What must happen before it is in force; empty once it is, or never will be",
                examples = "[\"the signature of PS\"]")
        List<String> waitingFor,

        @Schema(required = true) List<PartyState> parties,

        @Schema(
                required = true,
                description = "Who stands in the place of parties since they signed, by day; empty where nobody does")
        List<PartySuccession> successions,

        @Schema(required = true) List<Signature> signatures,
        @Schema(required = true) List<Area> areas,
        @Schema(required = true, nullable = true) @Nullable EntryIntoForce entryIntoForce,
        @Schema(required = true, nullable = true) @Nullable LocalDate enteredIntoForceOn,

        @Schema(
                required = true,
                nullable = true,
                description = "Since when it is applied although it is not in force; null once it is")
        @Nullable
        LocalDate provisionallyAppliedOn,

        @Schema(required = true, nullable = true) @Nullable Term term,

        @Schema(required = true, nullable = true) @Nullable CurrentTerm currentTerm,

        @Schema(required = true, nullable = true) @Nullable Suspension suspension,

        @Schema(required = true, nullable = true) @Nullable Survival survival,
        @Schema(required = true) List<String> initiatives,
        @Schema(required = true) List<Source> sources,
        @Schema(required = true) List<ExternalIdentifier> externalIdentifiers,

        @Schema(
                required = true,
                description = "The days that time rules count from",
                examples = "{\"SIGNATURE\": \"2025-09-17\"}")
        Map<AnchorEvent, PartialDate> facts,

        @Schema(required = true) List<CommitmentState> commitments,
        @Schema(required = true, nullable = true) @Nullable AppliedAmendment lastAmendment,

        @Schema(required = true, nullable = true) @Nullable MistakeView mistake,

        @Schema(
                required = true,
                nullable = true,
                description = "The agreement that it is a duplicate of: what goes on does so there")
        @Nullable
        UUID mergedInto,

        @Schema(required = true, description = "The agreements that were merged into it")
        List<UUID> duplicates,

        @Schema(
                required = true,
                description = "Where its documents are listed",
                format = "uri-reference",
                examples = "/api/v1/agreements/0199c4f0-0000-7000-8000-000000000001/documents")
        String documents,

        @Schema(
                required = true,
                description = "Where its notes verbales and letters are listed",
                format = "uri-reference",
                examples = "/api/v1/agreements/0199c4f0-0000-7000-8000-000000000001/correspondence")
        String correspondence,

        @Schema(
                required = true,
                description = "Where everything that was ever changed of it is listed",
                format = "uri-reference",
                examples = "/api/v1/agreements/0199c4f0-0000-7000-8000-000000000001/history")
        String history,

        @Schema(
                required = true,
                description = "Where its facts are listed with what their sources say",
                format = "uri-reference",
                examples = "/api/v1/agreements/0199c4f0-0000-7000-8000-000000000001/provenance")
        String provenance,

        @Schema(required = true) Instant registeredAt,
        @Schema(required = true) Instant changedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                nullable = true,
                description =
                        "When an import took it over from older records; left out where it was registered by itself")
        @Nullable
        Instant importedAt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description =
                        "In the answer to its registration alone: organizations that were added by it and look like others. "
                                + "If one is the same, merge them. Left out where there is none")
        List<LikelyDuplicates> organizationsToCheck,

        @Schema(required = true, description = "Also the ETag, which a change must name in If-Match")
        long version) {

    static AgreementView of(Agreement agreement, List<Organization> organizations, List<CommitmentState> commitments) {
        return of(agreement, organizations, commitments, List.of());
    }

    static AgreementView of(
            Agreement agreement,
            List<Organization> organizations,
            List<CommitmentState> commitments,
            List<LikelyDuplicates> toCheck) {
        return new AgreementView(
                agreement.id,
                agreement.reference,
                agreement.title,
                agreement.type,
                agreement.bindingness,
                agreement.status,
                agreement.standing.waitingFor(),
                parties(agreement.parties, organizations),
                PartySuccession.of(agreement.parties, organizations),
                agreement.signatures,
                agreement.areas,
                agreement.entryIntoForce,
                agreement.enteredIntoForceOn,
                agreement.standing.provisionallyAppliedOn(),
                agreement.term,
                agreement.standing.currentTerm(),
                agreement.standing.suspension(),
                agreement.survival,
                agreement.initiatives,
                agreement.sources,
                agreement.externalIdentifiers,
                agreement.facts,
                commitments,
                agreement.lastAmendment,
                MistakeView.of(agreement.mistake),
                agreement.mistake == null ? null : agreement.mistake.mergedInto(),
                agreement.duplicates,
                "/api/v1/agreements/%s/documents".formatted(agreement.id),
                "/api/v1/agreements/%s/correspondence".formatted(agreement.id),
                "/api/v1/agreements/%s/history".formatted(agreement.id),
                "/api/v1/agreements/%s/provenance".formatted(agreement.id),
                agreement.registeredAt,
                agreement.changedAt,
                agreement.importedAt,
                toCheck,
                agreement.version);
    }

    static List<PartyState> parties(List<Party> parties, List<Organization> organizations) {
        var known = organizations.stream().distinct().collect(toMap(Organization::asRegistered, identity()));
        return parties.stream()
                .map(party -> new PartyState(
                        party.code(),
                        party.side(),
                        party.onBehalfOf(),
                        Objects.requireNonNull(known.get(party.organizationId()))))
                .toList();
    }
}
