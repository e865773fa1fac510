package org.moutracker.notifications.policy;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a policy anew: everything but what it is for. */
record PolicyChange(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(min = 1, max = 30) List<@NotNull @Valid PolicyStep> steps,
        @Valid @Nullable Repeat repeat,
        Quorum quorum,
        @Min(1) @Max(90) Integer acknowledgementDays,
        Boolean otherSideInLastStep) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    PolicyChange {
        name = name == null ? null : name.strip();
        quorum = requireNonNullElse(quorum, Terms.USUAL_QUORUM);
        acknowledgementDays = requireNonNullElse(acknowledgementDays, Terms.USUAL_DAYS);
        otherSideInLastStep = requireNonNullElse(otherSideInLastStep, false);
    }

    static PolicyChange of(Policy policy) {
        var terms = policy.terms();
        return new PolicyChange(
                policy.name(),
                terms.steps(),
                terms.repeat(),
                terms.quorum(),
                terms.acknowledgementDays(),
                terms.otherSideInLastStep());
    }

    Terms terms() {
        return new Terms(steps, repeat, quorum, acknowledgementDays, otherSideInLastStep);
    }
}
