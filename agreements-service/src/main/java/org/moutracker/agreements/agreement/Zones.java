package org.moutracker.agreements.agreement;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.moutracker.agreements.organization.Organization;

/** Whose midnight counts for an agreement: a day has begun, and one is over, when that is so for all parties. */
record Zones(List<ZoneId> zones) {

    static Zones of(List<Organization> parties) {
        return new Zones(parties.stream()
                .map(Organization::zone)
                .map(ZoneId::of)
                .distinct()
                .toList());
    }

    LocalDate today(Instant now) {
        return zones.stream()
                .map(zone -> now.atZone(zone).toLocalDate())
                .min(naturalOrder())
                .orElseThrow();
    }

    Instant startOf(LocalDate day) {
        return zones.stream()
                .map(zone -> day.atStartOfDay(zone).toInstant())
                .max(naturalOrder())
                .orElseThrow();
    }
}
