package org.moutracker.workinggroups.workinggroup;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/**
 * What a group sees to, and whether that still stands.
 *
 * @param commitmentId which mandates it, of the first agreement; null for a group that nobody has committed to
 */
@Embeddable
@CheckReturnValue
record Remit(
        List<UUID> agreements,
        @Nullable UUID commitmentId,
        @Enumerated(EnumType.STRING) Grounds grounds) {

    private static final int MOST_AGREEMENTS = 50;

    /** The agreements with one more. */
    List<UUID> with(UUID agreement) {
        if (agreements.contains(agreement)) {
            throw new RuleViolated("the group sees to the agreement already");
        }
        if (agreements.size() >= MOST_AGREEMENTS) {
            throw new RuleViolated("a group sees to %d agreements at most".formatted(MOST_AGREEMENTS));
        }
        return Stream.concat(agreements.stream(), Stream.of(agreement)).toList();
    }

    /** The agreements without one of them. */
    List<UUID> without(UUID agreement) {
        if (!agreements.contains(agreement)) {
            throw new NotFound("agreement of the group");
        }
        if (commitmentId != null && agreements.getFirst().equals(agreement)) {
            throw new RuleViolated("the group is mandated by a commitment of this agreement");
        }
        if (agreements.size() == 1) {
            throw new RuleViolated("a group sees to one agreement at least");
        }
        return agreements.stream().filter(other -> !other.equals(agreement)).toList();
    }

    Remit over(List<UUID> others, Grounds next) {
        return new Remit(List.copyOf(others), commitmentId, next);
    }

    Remit standingOn(Grounds next) {
        return new Remit(agreements, commitmentId, next);
    }
}
