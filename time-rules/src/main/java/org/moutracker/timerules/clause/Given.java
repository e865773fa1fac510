package org.moutracker.timerules.clause;

import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.CalendarChoice;

/**
 * What the reader is told because a clause by itself may not say it.
 *
 * @param anchor what a period counts from whose clause does not say it
 * @param calendars whose working days are meant
 */
public record Given(@Nullable Anchor anchor, @Nullable CalendarChoice calendars) {

    /** Nothing beside the text. */
    public static final Given NOTHING = new Given(null, null);
}
