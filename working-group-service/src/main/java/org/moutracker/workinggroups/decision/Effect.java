package org.moutracker.workinggroups.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.Composition;

/** What a decision brings about, as it was decided: in a request, on the decision and in its events alike. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.AssignAction.class, name = "ASSIGN_ACTION"),
    @JsonSubTypes.Type(value = Effect.ExtendDeadline.class, name = "EXTEND_DEADLINE"),
    @JsonSubTypes.Type(value = Effect.CreateSubGroup.class, name = "CREATE_SUB_GROUP"),
    @JsonSubTypes.Type(value = Effect.OpenCommitment.class, name = "OPEN_COMMITMENT"),
    @JsonSubTypes.Type(value = Effect.CloseCommitment.class, name = "CLOSE_COMMITMENT")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(ref = "#/components/schemas/DecisionEffect")
sealed interface Effect {

    /**
     * Somebody takes something on.
     *
     * @param assignee the member who does; null when the party has yet to say
     * @param due a date, or a rule as an object
     */
    record AssignAction(
            @NotBlank @Size(max = 500) String title,
            @NotBlank String party,
            @Nullable UUID assignee,
            @NotNull Object due)
            implements Effect {}

    /** A deadline of the group or of its agreements is moved to a later day. */
    record ExtendDeadline(@NotNull UUID deadlineId, @NotNull Object to) implements Effect {}

    /** A part of the group is to work on its own. */
    record CreateSubGroup(
            @NotBlank @Size(max = 300) String name,
            @NotBlank @Size(max = 50) String type,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> functions,
            @Nullable @Valid Composition composition)
            implements Effect {}

    /** The parties owe something more under an agreement. What it is called there is that agreement's to judge. */
    record OpenCommitment(
            @NotNull UUID agreementId,

            @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
            String code,

            @NotBlank @Size(max = 500) String title,
            @NotNull CommitmentKind kind,
            @NotNull CommitmentMode mode,
            @Nullable @Size(max = 20) List<@NotNull String> obligors,
            @Nullable @Size(max = 20) List<@NotNull String> beneficiaries,
            @Nullable Map<String, Object> rule,
            @Nullable @Size(max = 100) List<@NotNull String> areas)
            implements Effect {}

    /** Something need not be done under an agreement any more. */
    record CloseCommitment(
            @NotNull UUID commitmentId,
            @NotNull CommitmentEnd as,
            @NotBlank @Size(max = 2000) String reason) implements Effect {}

    /** What can be promised by a decision; a body is established as a sub-group. */
    enum CommitmentKind {
        DELIVERABLE,
        TRAINING,
        EXCHANGE_OF_EXPERTS,
        RESEARCH,
        FINANCING,
        INFORMATION_SHARING,
        REPORTING,
        CONSULTATION,
        OTHER
    }

    /** Whether all sides owe it together, or some owe it to others. */
    enum CommitmentMode {
        JOINT,
        DIRECTIONAL
    }

    /** As what a commitment is closed. */
    enum CommitmentEnd {
        FULFILLED,
        WAIVED,
        CANCELLED
    }
}
