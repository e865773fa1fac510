package org.moutracker.notifications.plan;

import org.moutracker.notifications.policy.Circle;

/** Which steps of a deadline are somebody's business. */
public enum Hearing {
    /** He has to see to it. */
    EVERYTHING,
    /** Another of his side has to see to it, and he hears when that one has not. */
    ESCALATIONS,
    /** He hears what others would hear who are away. */
    IN_PLACE_OF_OTHERS,
    /** It is the other side's, and he hears when everything else was to no avail and both sides have agreed to that. */
    OTHER_SIDE;

    boolean hears(Step step) {
        return switch (this) {
            case EVERYTHING -> true;
            case ESCALATIONS -> step.isEscalated();
            case IN_PLACE_OF_OTHERS -> false;
            case OTHER_SIDE -> step.circle() == Circle.OTHER_SIDE;
        };
    }
}
