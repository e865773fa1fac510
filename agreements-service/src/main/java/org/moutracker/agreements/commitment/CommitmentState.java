package org.moutracker.agreements.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.LegalEventType;

/** A commitment as callers and other services see it. */
@Schema(name = "Commitment", description = "What was promised, by whom, to whom, until when, and where it stands.")
public record CommitmentState(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agreementId,
        @Schema(required = true, examples = "C-01") String code,
        @Schema(required = true) String title,
        @Schema(required = true) CommitmentKind kind,
        @Schema(required = true) Basis basis,
        @Schema(required = true, nullable = true) @Nullable String clause,
        @Schema(required = true) CommitmentMode mode,
        @Schema(required = true) List<String> obligors,
        @Schema(required = true) List<String> beneficiaries,
        @Schema(required = true) CommitmentStatus status,
        @Schema(required = true, nullable = true) @Nullable Body body,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(ref = "#/components/schemas/TimeRule") @Nullable
        Map<String, Object> rule,

        @Schema(required = true, nullable = true) @Nullable Recurrence recurrence,

        @Schema(required = true, description = "Legal events of the agreement after which it need not be kept")
        List<LegalEventType> unless,

        @Schema(required = true, description = "Names of the agreement's areas that it belongs to; none for the whole")
        List<String> areas,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                nullable = true,
                description = "Number of the amendment that gave it its present form; left out where none has",
                examples = "1")
        @Nullable
        Integer amendment,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Nullable
        Target target,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                nullable = true,
                description = "How much it counts beside the other commitments; left out where it is 1",
                examples = "2")
        @Nullable
        BigDecimal weight,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description = "Codes of the commitments that must be kept first; left out where there is none",
                examples = "[\"C-01\"]")
        List<String> dependsOn,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What each side says of whether it is fulfilled; left out where none says anything")
        List<Position> positions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Nullable
        Reached reached,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                nullable = true,
                description = "The latest day that was reported for; left out where there is no report")
        @Nullable
        LocalDate lastReportedOn,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                implementation = String.class,
                nullable = true,
                description =
                        "For how long a side that was told must be silent to confirm by it; left out where nothing was agreed",
                examples = "P30D")
        @Nullable
        Period confirmationBySilence,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description =
                        "The sides that were shown to be told that it is reported fulfilled, and have not answered yet; left "
                                + "out where there is none")
        List<Silence> silence,

        @Schema(required = true) long version) {

    /** A side that was told and is silent. */
    @Schema(
            name = "CommitmentSilence",
            description = "A side that was told that it is reported fulfilled, and is silent.")
    public record Silence(
            @Schema(required = true, examples = "PS") String side,

            @Schema(required = true, examples = "2026-01-12")
            LocalDate toldOn,

            @Schema(
                    required = true,
                    nullable = true,
                    description =
                            "The first instant at which its silence confirms; null while the commitment is suspended, and "
                                    + "the time stands still",
                    examples = "2026-02-11T22:00:00Z")
            @Nullable
            Instant confirmsAfter) {}
}
