package org.moutracker.workinggroups.workinggroup;

import org.moutracker.platform.problem.RuleViolated;

/**
 * Where a group stands. A missed date changes nothing here: it makes the deadline overdue.
 *
 * <pre>
 * MANDATED ─▶ FORMING ─▶ CONSTITUTED ─▶ ACTIVE ⇄ DORMANT ─▶ CONCLUDED
 * MANDATED, FORMING ─▶ ABANDONED; MANDATED ─▶ CONSTITUTED and CONSTITUTED, ACTIVE ─▶ CONCLUDED directly
 * </pre>
 */
public enum WorkingGroupStatus {
    MANDATED,
    FORMING,
    CONSTITUTED,
    ACTIVE,
    DORMANT,
    CONCLUDED,
    ABANDONED;

    boolean canBecome(WorkingGroupStatus next) {
        return switch (this) {
            case MANDATED -> next == FORMING || next == CONSTITUTED || next == ABANDONED;
            case FORMING -> next == CONSTITUTED || next == ABANDONED;
            case CONSTITUTED -> next == ACTIVE || next == CONCLUDED;
            case ACTIVE -> next == DORMANT || next == CONCLUDED;
            case DORMANT -> next == ACTIVE || next == CONCLUDED;
            case CONCLUDED, ABANDONED -> false;
        };
    }

    void requireCanBecome(WorkingGroupStatus next, String what) {
        if (!canBecome(next)) {
            throw new RuleViolated("a group that is %s cannot %s".formatted(this, what));
        }
    }

    /** Whether it can hold a meeting. */
    public boolean canMeet() {
        return switch (this) {
            case CONSTITUTED, ACTIVE, DORMANT -> true;
            case MANDATED, FORMING, CONCLUDED, ABANDONED -> false;
        };
    }

    /** Whether its work is over. */
    public boolean hasEnded() {
        return switch (this) {
            case CONCLUDED, ABANDONED -> true;
            case MANDATED, FORMING, CONSTITUTED, ACTIVE, DORMANT -> false;
        };
    }
}
