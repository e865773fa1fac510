package org.moutracker.notifications.plan;

import org.moutracker.notifications.policy.Circle;

/** Which steps of a deadline are somebody's business. */
public enum Hearing {
    /** He has to see to it. */
    EVERYTHING,
    /** Others of his side come before him: while one of them can be told, he hears what is escalated alone. */
    WHEN_NOBODY_ELSE,
    /** Another of his side has to see to it, and he hears when that one has not. */
    ESCALATIONS,
    /** He hears what others would hear who are away. */
    IN_PLACE_OF_OTHERS,
    /** It is the other side's, and he hears when everything else was to no avail and both sides have agreed to that. */
    OTHER_SIDE;

    /** Whether a step is his business, whoever else can be told. */
    boolean hears(Step step) {
        return switch (this) {
            case EVERYTHING -> true;
            case WHEN_NOBODY_ELSE, ESCALATIONS -> step.isEscalated();
            case IN_PLACE_OF_OTHERS -> false;
            case OTHER_SIDE -> step.circle() == Circle.OTHER_SIDE;
        };
    }

    /** Whether he has to see to it, at least when his turn comes. */
    boolean answers() {
        return switch (this) {
            case EVERYTHING, WHEN_NOBODY_ELSE -> true;
            case ESCALATIONS, IN_PLACE_OF_OTHERS, OTHER_SIDE -> false;
        };
    }
}
