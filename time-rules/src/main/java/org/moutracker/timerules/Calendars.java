package org.moutracker.timerules;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the engine finds working days. */
@FunctionalInterface
public interface Calendars {

    /** The calendar of an authority, in the revision that counts now. */
    Optional<WorkingCalendar> find(String authority);

    /** No calendar at all: enough for rules that count plain days. */
    static Calendars none() {
        return authority -> Optional.empty();
    }

    /** These and no others; of two with the same authority the later one. */
    static Calendars of(Collection<WorkingCalendar> calendars) {
        Map<String, WorkingCalendar> byAuthority = calendars.stream()
                .collect(Collectors.toUnmodifiableMap(
                        WorkingCalendar::authority, calendar -> calendar, (earlier, later) -> later));
        return authority -> Optional.ofNullable(byAuthority.get(authority));
    }

    /** The other calendars where they know an authority, and these where they do not. */
    default Calendars overriddenBy(Calendars others) {
        return authority -> others.find(authority).or(() -> find(authority));
    }
}
