package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** The clocks that the parties of a group live by. */
final class GroupClocks {

    /** Every zone once, with the codes of its parties. */
    private final Map<ZoneId, String> byZone = new LinkedHashMap<>();

    GroupClocks(List<GroupParty> parties) {
        parties.forEach(
                party -> byZone.merge(ZoneId.of(party.zone()), party.code(), (codes, code) -> codes + ", " + code));
    }

    List<Clock> at(Instant instant) {
        return byZone.entrySet().stream()
                .map(zone -> new Clock(ShownText.of(zone.getValue()), instant, zone.getKey()))
                .toList();
    }

    /** By whose clocks a day in the history is told: the first party's. */
    ZoneId zone() {
        return byZone.keySet().stream().findFirst().orElse(ZoneId.of("UTC"));
    }

    /** The latest day that it is for any of the parties. */
    LocalDate latestDay(Instant now) {
        return byZone.keySet().stream()
                .map(zone -> now.atZone(zone).toLocalDate())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
