package org.moutracker.notifications.workinggroup;

/** What somebody is in a working group. */
public enum Role {
    CO_CHAIR,
    FOCAL_POINT,
    SECRETARY,
    MEMBER,
    ALTERNATE,
    EXPERT,
    OBSERVER;

    /** Whether somebody in this role answers for what his side has to do. */
    public boolean isResponsible() {
        return switch (this) {
            case CO_CHAIR, FOCAL_POINT, SECRETARY, MEMBER -> true;
            case ALTERNATE, EXPERT, OBSERVER -> false;
        };
    }

    /** Whether he hears, beyond being reminded, that his own side has not done it. */
    public boolean hearsEscalations() {
        return switch (this) {
            case CO_CHAIR, FOCAL_POINT, SECRETARY -> true;
            case MEMBER, ALTERNATE, EXPERT, OBSERVER -> false;
        };
    }
}
