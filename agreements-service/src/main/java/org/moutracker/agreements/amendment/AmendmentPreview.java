package org.moutracker.agreements.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.Difference;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.AgreementTime;

/** What an amendment would change, before anybody signs it. */
@Schema(name = "AmendmentPreview", description = "What an amendment would change if it took effect on a day.")
record AmendmentPreview(
        @Schema(required = true, description = "The day that is supposed")
        LocalDate effectiveOn,

        @Schema(required = true, description = "Old and new of every field")
        List<Difference> differences,

        @Schema(required = true) Statuses status,

        @Schema(required = true, description = "The agreement's own times that would be others, appear or be gone")
        List<MovedTime> times,

        @Schema(
                required = true,
                description =
                        "Ask this of working-group-service, at POST /api/v1/deadline-impacts, to learn which deadlines "
                                + "would move, from when to when, whoever they concern")
        Question deadlineImpact) {

    /** Where the agreement would stand on that day. */
    @Schema(name = "PreviewedStatus")
    record Statuses(
            @Schema(required = true, description = "Without the amendment")
            AgreementStatus from,

            @Schema(required = true, description = "With it")
            AgreementStatus to) {}

    /** A time of the agreement that would move. */
    @Schema(
            name = "MovedTime",
            description = "A time of the agreement; null days are not known, or there is no such time.")
    record MovedTime(
            @Schema(required = true) AgreementTime.Kind kind,

            @Schema(required = true, description = "After how many renewals")
            int occurrence,

            @Schema(required = true, examples = "The agreement expires with this day unless it is renewed")
            String title,

            @Schema(required = true, nullable = true, examples = "2030-09-17") @Nullable
            LocalDate from,

            @Schema(required = true, nullable = true, examples = "2035-09-17") @Nullable
            LocalDate to) {}

    /** What to ask about deadlines. */
    @Schema(name = "DeadlineImpactQuestion")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Question(
            @Schema(required = true) UUID agreementId,
            @Schema(nullable = true) List<SupposedCommitment> commitments,
            @Schema(nullable = true) List<SupposedTime> times) {}

    /** A commitment that would follow another rule. */
    record SupposedCommitment(
            @Schema(required = true, examples = "C-01") String code,

            @Schema(required = true, ref = "#/components/schemas/TimeRule")
            Map<String, Object> rule) {}

    /** A time of the agreement that would follow another rule. */
    record SupposedTime(
            @Schema(required = true) AgreementTime.Kind kind,
            @Schema(required = true) int occurrence,

            @Schema(required = true, ref = "#/components/schemas/TimeRule")
            Map<String, Object> rule) {}
}
