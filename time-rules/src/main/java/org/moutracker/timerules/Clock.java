package org.moutracker.timerules;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Set;

/**
 * Whose midnight ends the last day. Not a source of the current time: this module never asks for it.
 *
 * @param zones IANA zones; exactly one for {@link Mode#ONE}
 */
public record Clock(Mode mode, List<ZoneId> zones) {

    /** ZoneId.of would also take offsets such as "+5", whose clocks are nobody's. */
    private static final Set<String> IANA = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());

    static final Clock UTC = new Clock(Mode.ONE, List.of(ZoneId.of("UTC")));

    public Clock {
        zones = Limits.some("zones", zones);
        for (var i = 0; i < zones.size(); i++) {
            if (!IANA.contains(zones.get(i).getId())) {
                throw new InvalidRule("zones[" + i + "]", "must be an IANA zone such as Asia/Karachi");
            }
        }
        if (mode == Mode.ONE && zones.size() > 1) {
            throw new InvalidRule(
                    "zones", "must be a single zone when the mode is ONE; say LATEST or EARLIEST for several");
        }
    }

    /** How several zones are brought to one instant. */
    public enum Mode {
        ONE,
        /** Nobody is late until the day is over for all. */
        LATEST,
        /** Everybody is late once the day is over for one. */
        EARLIEST
    }

    /** The day is over when it is over in each of the zones; the same zone may be named twice. */
    public static Clock latest(List<ZoneId> zones) {
        return new Clock(Mode.LATEST, zones.stream().distinct().toList());
    }

    /**
     * An IANA zone such as {@code Asia/Karachi}, or {@code AoE}, "anywhere on Earth": the last place where the day ends.
     *
     * @throws IllegalArgumentException when the time-zone data does not know it
     */
    public static ZoneId zone(String id) {
        if ("AoE".equals(id)) {
            return ZoneId.of("Etc/GMT+12");
        }
        if (IANA.contains(id)) {
            return ZoneId.of(id);
        }
        throw new IllegalArgumentException("must be an IANA zone such as Asia/Karachi; '" + id + "' is not one");
    }
}
