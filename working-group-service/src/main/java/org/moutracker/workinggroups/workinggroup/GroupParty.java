package org.moutracker.workinggroups.workinggroup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * A party whose people sit in a group.
 *
 * @param side the side that it stands on; what must be complete is a side, not a party
 */
public record GroupParty(String code, String side, String zone) {

    /** The day that it is there. */
    LocalDate today(Instant now) {
        return now.atZone(ZoneId.of(zone)).toLocalDate();
    }

    /** The first instant after a day there. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    /** The latest day that it is for any of them. */
    static LocalDate latestDay(List<GroupParty> parties, Instant now) {
        return parties.stream()
                .map(party -> party.today(now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
