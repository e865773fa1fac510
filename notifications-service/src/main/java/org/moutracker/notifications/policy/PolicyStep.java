package org.moutracker.notifications.policy;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step as a policy has it. */
@Schema(name = "PolicyStep", description = "A step of a policy.")
public record PolicyStep(
        @NotNull
        @Pattern(regexp = "T-(0|[1-9]\\d{0,3})|T\\+[1-9]\\d{0,3}", message = "must be a step such as T-14, T-0 or T+7")
        @Schema(
                required = true,
                description = "Days from the last day: T-14 before it, T-0 on it, T+7 after it.",
                examples = "T-14")
        String step,

        @Schema(
                description = "How far it goes within the own side; each circle has those before it in it. RESPONSIBLE "
                        + "unless told.",
                examples = "RESPONSIBLE")
        Circle audience,

        @Size(min = 1, max = 2, message = "must name one channel at least, and each once")
        @Schema(
                description =
                        "MAIL and IN_APP unless told. What is told is in the inbox in any case; from the last day on "
                                + "MAIL cannot be left out.")
        List<@NotNull StepChannel> channels,

        @Schema(
                description =
                        "Whether it is left out while it is acknowledged. Unless told, it is so of steps before the last day "
                                + "and of no other.",
                examples = "true")
        Boolean onlyIfNotAcknowledged) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    public PolicyStep {
        audience = requireNonNullElse(audience, Circle.RESPONSIBLE);
        channels = channels == null ? List.of(StepChannel.values()) : channels;
        onlyIfNotAcknowledged = onlyIfNotAcknowledged == null
                ? step != null && step.startsWith("T-") && !step.equals("T-0")
                : onlyIfNotAcknowledged;
    }

    /** Days from the last day. */
    public int offset() {
        return Integer.parseInt(step.substring(1));
    }

    /** Where the last day has not passed when it comes, and who it tells is reminded. */
    boolean isBefore() {
        return offset() < 0;
    }
}
