package org.moutracker.notifications.workinggroup;

/** What somebody is in a working group, or beside it: an officer of the agreement, a contact point of an organization. */
public enum Role {
    CO_CHAIR,
    FOCAL_POINT,
    SECRETARY,
    MEMBER,
    ALTERNATE,
    EXPERT,
    OBSERVER,
    OFFICER,
    CONTACT_POINT;

    /** Whether somebody in this role answers for what his side has to do. */
    public boolean isResponsible() {
        return switch (this) {
            case CO_CHAIR, FOCAL_POINT, SECRETARY, MEMBER, OFFICER, CONTACT_POINT -> true;
            case ALTERNATE, EXPERT, OBSERVER -> false;
        };
    }

    /** Whether he hears, beyond being reminded, that his own side has not done it. */
    public boolean hearsEscalations() {
        return switch (this) {
            case CO_CHAIR, FOCAL_POINT, SECRETARY, OFFICER, CONTACT_POINT -> true;
            case MEMBER, ALTERNATE, EXPERT, OBSERVER -> false;
        };
    }
}
