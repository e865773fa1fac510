package org.moutracker.agreements.commitment;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that a commitment of kind {@link CommitmentKind#ESTABLISH_BODY} brings about.
 *
 * @param functions what it is for
 * @param composition when it counts as constituted
 */
@Schema(description = "The body to be established.")
public record Body(
        @NotBlank @Size(max = 300) @Schema(examples = "Pakistan–Palestine Health Working Group")
        String name,

        @NotNull BodyType type,
        @Size(max = 20) List<@NotNull BodyFunction> functions,
        @NotNull @Valid Composition composition) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    public Body {
        functions = functions == null ? List.of() : functions;
        composition = composition == null ? new Composition(1, true, false) : composition;
    }

    /** What kind of body. */
    public enum BodyType {
        JOINT_WORKING_GROUP,
        JOINT_COMMITTEE,
        JOINT_COMMISSION,
        STEERING_COMMITTEE,
        TASK_FORCE,
        EXPERT_GROUP,
        SECRETARIAT,
        OTHER
    }

    /** What it is for. */
    public enum BodyFunction {
        SUPERVISE,
        COORDINATE,
        IMPLEMENT,
        MONITOR,
        ADVISE,
        REVIEW,
        OTHER
    }

    /**
     * When the body counts as constituted.
     *
     * @param minimumPerSide members that each side must nominate
     * @param coChairPerSide whether each side must name a co-chair
     * @param acceptance whether a nominee counts only once accepted
     */
    @Schema(description = "When the body counts as constituted.")
    public record Composition(
            @Min(1) @Max(100) @Schema(description = "Members that each side must nominate", defaultValue = "1")
            int minimumPerSide,

            @Schema(description = "Each side must name a co-chair", defaultValue = "true")
            boolean coChairPerSide,

            @Schema(description = "A nominee counts only once accepted", defaultValue = "false")
            boolean acceptance) {

        @com.fasterxml.jackson.annotation.JsonCreator
        static Composition of(
                @Nullable Integer minimumPerSide, @Nullable Boolean coChairPerSide, @Nullable Boolean acceptance) {
            return new Composition(
                    requireNonNullElse(minimumPerSide, 1),
                    requireNonNullElse(coChairPerSide, true),
                    requireNonNullElse(acceptance, false));
        }
    }
}
