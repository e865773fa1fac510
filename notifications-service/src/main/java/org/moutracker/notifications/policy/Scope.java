package org.moutracker.notifications.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;

/**
 * For which deadlines a policy is.
 *
 * @param id of the agreement, the group or the deadline; null for a kind
 * @param kind null for all others
 */
public record Scope(
        ScopeType type, @Nullable UUID id, @Nullable String kind) {

    static final String COLUMNS = "scope, scope_id, kind";

    /**
     * Whether it is for a deadline. What is watched for silence alone has no day by which anything is due: what an
     * agreement or a group has said of its deadlines is not meant for it.
     */
    boolean concerns(Deadline deadline) {
        return switch (type) {
            case DEFAULT -> true;
            case KIND -> deadline.kind() != null && deadline.kind().equals(kind);
            case AGREEMENT -> !deadline.isWatch() && is(deadline.agreementId());
            case GROUP -> !deadline.isWatch() && is(deadline.workingGroupId());
            case DEADLINE -> is(deadline.id());
        };
    }

    private boolean is(@Nullable UUID other) {
        return other != null && other.equals(id);
    }

    /** Which column of deadlines says whether it concerns them. */
    String column() {
        return switch (type) {
            case DEFAULT, KIND -> throw new IllegalStateException("a kind has no id");
            case AGREEMENT -> "agreement_id";
            case GROUP -> "working_group_id";
            case DEADLINE -> "id";
        };
    }
}
