package org.moutracker.notifications.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy as it is created. */
@Schema(name = "NewAlertPolicy", description = "By which steps whom some deadlines are to be told of.")
record PolicyForm(
        @NotBlank @Size(max = 200) @Schema(required = true, examples = "Bodies are established in time")
        String name,

        @NotNull @Valid @Schema(required = true) ScopeForm scope,

        @NotNull
        @Size(min = 1, max = 30)
        @Schema(
                required = true,
                description =
                        "In any order, each day once, from T-1095 to T+365; one before the last day at least, of a watch "
                                + "for silence only ones after it.")
        List<@NotNull @Valid PolicyStep> steps,

        @Valid @Schema(nullable = true) @Nullable Repeat repeat,

        @Schema(
                nullable = true,
                description = "Whose acknowledgement silences the steps that are only told if nobody has acknowledged: "
                        + "ANY's for all, or one of each side's for that side. ALL_SIDES unless told.",
                examples = "ALL_SIDES")
        @Nullable
        Quorum quorum,

        @Min(1)
        @Max(90)
        @Schema(
                nullable = true,
                description =
                        "For how many days an acknowledgement counts, at most: it never holds beyond the last day, "
                                + "nor beyond the next step that goes further. 7 unless told.",
                examples = "7")
        @Nullable
        Integer acknowledgementDays,

        @Schema(
                nullable = true,
                description =
                        "Whether the last step tells the co-chairs of the other side too, in what is not theirs to do: "
                                + "where both sides have agreed to that. Not so unless told.",
                examples = "false")
        @Nullable
        Boolean otherSideInLastStep) {

    @SuppressWarnings("NullAway") // The change knows what stands for what is absent.
    PolicyChange change() {
        return new PolicyChange(name, steps, repeat, quorum, acknowledgementDays, otherSideInLastStep);
    }
}
