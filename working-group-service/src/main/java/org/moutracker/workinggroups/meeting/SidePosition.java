package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one side says to a round of minutes.
 *
 * @param at when it said so, or when its silence was over
 * @param bySilence whether it agreed by saying nothing
 * @param note what it wrote, such as why it disputes them
 * @param toldAt when the first of its people was shown to be told of this round; null when nobody was
 */
record SidePosition(
        String side,
        Position position,
        @Nullable Instant at,
        boolean bySilence,
        @Nullable String note,
        @Nullable Instant toldAt) {

    static SidePosition silent(String side) {
        return new SidePosition(side, Position.SILENT, null, false, null, null);
    }

    SidePosition saying(Position said, @Nullable String with, Instant when) {
        return new SidePosition(side, said, when, false, with, toldAt);
    }

    SidePosition agreeingBySilence(Instant since) {
        return new SidePosition(side, Position.AGREED, since, true, null, toldAt);
    }

    SidePosition told(Instant when) {
        return toldAt != null && !when.isBefore(toldAt)
                ? this
                : new SidePosition(side, position, at, bySilence, note, when);
    }

    boolean isSilent() {
        return position == Position.SILENT;
    }

    /** Silence speaks only for a side that was told in time; one that nobody was shown to be told says nothing by it. */
    boolean isToldBy(Instant end) {
        return toldAt != null && !toldAt.isAfter(end);
    }
}
