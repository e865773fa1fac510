package org.moutracker.workinggroups.workinggroup;

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

    boolean hasEnded() {
        return switch (this) {
            case CONCLUDED, ABANDONED -> true;
            case MANDATED, FORMING, CONSTITUTED, ACTIVE, DORMANT -> false;
        };
    }
}
