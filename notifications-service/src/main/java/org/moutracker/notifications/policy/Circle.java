package org.moutracker.notifications.policy;

import org.moutracker.notifications.workinggroup.Role;

/** How far a step goes; each circle has those before it in it. */
public enum Circle {
    /** Those who have to see to it. */
    RESPONSIBLE,
    /** The co-chairs of their side. */
    CO_CHAIR,
    /** The focal points and secretaries of their side. */
    FOCAL_POINTS,
    /** The co-chairs of the other side. */
    OTHER_SIDE;

    /** Whether it goes as far as somebody of the own side who is not himself responsible. */
    public boolean reaches(Role role) {
        return switch (this) {
            case RESPONSIBLE -> false;
            case CO_CHAIR -> role == Role.CO_CHAIR;
            case FOCAL_POINTS, OTHER_SIDE -> role.hearsEscalations();
        };
    }
}
