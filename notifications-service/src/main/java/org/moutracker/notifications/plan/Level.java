package org.moutracker.notifications.plan;

import org.moutracker.notifications.workinggroup.Role;

/** How grave it is to be told. */
public enum Level {
    /** There is still time. */
    REMINDER,
    /** The last day has passed. */
    OVERDUE,
    /** The own side has not acted, and whoever answers for it hears of that. */
    ESCALATION,
    /** The day that was told before is not the day any more. */
    CHANGED,
    /** What was told before is not due any more. */
    OVER;

    /** What a step is to somebody in that role. */
    public static Level of(Step step, Role role) {
        if (step.isReminder()) {
            return REMINDER;
        }
        return step.isEscalated() && role.hearsEscalations() ? ESCALATION : OVERDUE;
    }
}
