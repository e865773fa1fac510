package org.moutracker.timerules;

import java.time.zone.ZoneRulesProvider;

/** The time-zone data by which days become instants: that of the JDK. */
public final class TimeZoneData {

    private static final String VERSION =
            ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

    private TimeZoneData() {}

    /** Its version, such as {@code 2026a}; a newer one comes later in the order of texts. */
    public static String version() {
        return VERSION;
    }
}
