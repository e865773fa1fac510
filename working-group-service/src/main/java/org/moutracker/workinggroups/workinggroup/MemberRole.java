package org.moutracker.workinggroups.workinggroup;

/** As what somebody sits in a group. */
public enum MemberRole {
    CO_CHAIR,
    MEMBER,
    ALTERNATE,
    SECRETARY,
    FOCAL_POINT,
    EXPERT,
    OBSERVER;

    /** Whether it speaks for its side, so that it counts toward the members that a side must name. */
    public boolean countsTowardMinimum() {
        return switch (this) {
            case CO_CHAIR, MEMBER, SECRETARY, FOCAL_POINT -> true;
            case ALTERNATE, EXPERT, OBSERVER -> false;
        };
    }
}
