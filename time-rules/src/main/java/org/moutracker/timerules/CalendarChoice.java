package org.moutracker.timerules;

import java.util.List;

/**
 * Whose working days count.
 *
 * @param mode whether all of the authorities must be open or one is enough
 * @param authorities keys of working calendars, such as {@code PK} or {@code PK6}; at least one
 */
public record CalendarChoice(Mode mode, List<String> authorities) {

    public CalendarChoice {
        authorities = Limits.some("authorities", authorities);
        for (var i = 0; i < authorities.size(); i++) {
            Limits.text("authorities[" + i + "]", authorities.get(i));
        }
    }

    /** When a day is a working day of several authorities. */
    public enum Mode {
        ALL_OPEN,
        ANY_OPEN
    }
}
