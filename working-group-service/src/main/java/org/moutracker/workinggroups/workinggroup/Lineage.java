package org.moutracker.workinggroups.workinggroup;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** Which group belongs to which: no circles, and nothing below what has ended. */
@ApplicationScoped
class Lineage {

    // Two who change parents at once would each see no circle, and make one together.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('working-group-parents'))";

    private final WorkingGroupRepository groups;
    private final AgroalDataSource database;

    Lineage(WorkingGroupRepository groups, AgroalDataSource database) {
        this.groups = groups;
        this.database = database;
    }

    /**
     * Locks a group, and the one below which it is to come.
     *
     * @param group null for one that is yet to be founded
     */
    void place(@Nullable UUID group, UUID parent) {
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            lock.execute(ONE_AT_A_TIME);
        } catch (SQLException e) {
            throw new StorageFailed("cannot wait for others who change which group belongs to which", e);
        }
        var locked = groups.lockAll(Stream.of(Optional.ofNullable(group), Optional.of(parent))
                .flatMap(Optional::stream)
                .toList());
        var above = locked.stream()
                .filter(one -> one.id().equals(parent))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("parent", "is not known here"));
        if (above.status().hasEnded()) {
            throw new RuleViolated("a group that is %s takes no sub-groups".formatted(above.status()));
        }
        if (group != null && groups.isBelow(parent, group)) {
            throw new InvalidRequest("parent", "would be below the group itself: a circle");
        }
    }

    /** Refuses to end a group below which others go on. */
    void requireNothingBelow(UUID group) {
        var below = groups.goingOnBelow(group);
        if (below > 0) {
            throw new RuleViolated("%d of its sub-groups go on: conclude or abandon them first".formatted(below));
        }
    }
}
