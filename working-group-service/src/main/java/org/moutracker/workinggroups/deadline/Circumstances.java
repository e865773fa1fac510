package org.moutracker.workinggroups.deadline;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks what is recorded of an agreement and its groups, for deadlines that no event brings along with it. */
public interface Circumstances {

    /**
     * What is recorded.
     *
     * @param sides the side of every party, by the party's code
     * @param happened the legal events that have occurred and stand
     */
    record Recorded(
            UUID agreementId,
            @Nullable UUID workingGroupId,
            Map<String, String> sides,
            List<ZoneId> zones,
            Map<String, String> facts,
            List<Suspension> suspensions,
            List<String> happened) {

        /** Stands among what has happened to an agreement that was registered by mistake. */
        public static final String VOIDED = "VOIDED";

        /** Whether a deadline is to be kept that ends with one of these legal events. */
        Standing standing(List<String> unless) {
            return standing(unless, happened);
        }

        public static Standing standing(List<String> unless, List<String> happened) {
            if (happened.contains(VOIDED)) {
                return Standing.closed(DeadlineStatus.CANCELLED, "the agreement was registered by mistake");
            }
            return unless.stream()
                    .filter(happened::contains)
                    .findFirst()
                    .<Standing>map(event -> Standing.closed(DeadlineStatus.CANCELLED, "it need not be kept: " + event))
                    .orElse(Standing.open());
        }
    }

    /** Of an agreement, or of the first agreement of a group; empty when one of them is not known. */
    Optional<Recorded> of(@Nullable UUID agreement, @Nullable UUID workingGroup);

    /** Of each of some agreements that are known. */
    Map<UUID, Recorded> of(List<UUID> agreements);
}
