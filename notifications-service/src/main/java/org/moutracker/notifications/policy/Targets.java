package org.moutracker.notifications.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.problem.InvalidRequest;

/** What a policy can be for: what we have heard of, as far as the caller may know of it. */
@ApplicationScoped
class Targets {

    private final Sql sql;
    private final Json json;
    private final Viewer viewer;

    Targets(Sql sql, Json json, Viewer viewer) {
        this.sql = sql;
        this.json = json;
        this.viewer = viewer;
    }

    /** Whether a policy is for watches for silence alone, by which nothing is due. */
    boolean isWatch(Scope scope) {
        return switch (scope.type()) {
            case DEFAULT -> false;
            case KIND -> Kind.STAGNATION.name().equals(scope.kind());
            case AGREEMENT -> {
                require("SELECT 1 FROM agreement WHERE id = ?", scope, "scope.agreementId", "agreement");
                yield false;
            }
            case GROUP -> {
                require("SELECT 1 FROM working_group WHERE id = ?", scope, "scope.workingGroupId", "working group");
                yield false;
            }
            case DEADLINE -> isWatch(scope.id());
        };
    }

    private boolean isWatch(@Nullable UUID deadline) {
        return sql
                .query(
                        "SELECT state FROM deadline WHERE id = ? AND " + Viewer.SEES,
                        row -> json.read(row.getString("state"), Deadline.class),
                        deadline,
                        viewer.seesAll(),
                        viewer.party())
                .stream()
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("scope.deadlineId", "is no deadline that is known"))
                .isWatch();
    }

    private void require(String select, Scope scope, String field, String noun) {
        if (sql.query(select, row -> true, scope.id()).isEmpty()) {
            throw new InvalidRequest(field, "is no " + noun + " that is known");
        }
    }
}
