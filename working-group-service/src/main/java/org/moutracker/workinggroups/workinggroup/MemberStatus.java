package org.moutracker.workinggroups.workinggroup;

/** Where a membership stands: NOMINATED ─▶ ACTIVE ─▶ ENDED, also NOMINATED ─▶ ENDED. */
public enum MemberStatus {
    NOMINATED,
    ACTIVE,
    ENDED;

    boolean canBecome(MemberStatus next) {
        return switch (this) {
            case NOMINATED -> next == ACTIVE || next == ENDED;
            case ACTIVE -> next == ENDED;
            case ENDED -> false;
        };
    }
}
