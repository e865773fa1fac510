package org.moutracker.workinggroups.meeting;

import java.util.Collection;
import java.util.List;
import org.moutracker.workinggroups.workinggroup.Quorum;
import org.moutracker.workinggroups.workinggroup.Seat;

/** Who was there of each side, held against the quorum that was agreed: sides count, not parties. */
record Presence(List<SidePresence> sides) {

    Presence {
        sides = List.copyOf(sides);
    }

    /** What holds when nothing was agreed: one of each side, since without it nobody has met. */
    static final Quorum USUAL = new Quorum(1, false);

    /**
     * Counts.
     *
     * @param seats those of the group: an alternate speaks only for somebody who has one and is away
     */
    static Presence of(Quorum quorum, Collection<String> sides, List<Seat> seats, List<Attendee> present) {
        return new Presence(
                sides.stream().map(side -> of(quorum, side, seats, present)).toList());
    }

    private static SidePresence of(Quorum quorum, String side, List<Seat> seats, List<Attendee> present) {
        var coChairs = count(present, side, Seat.Voice.CO_CHAIR);
        var full = coChairs + count(present, side, Seat.Voice.FULL);
        var named = seats.stream()
                .filter(seat -> seat.side().equals(side) && isFull(seat))
                .count();
        var away = Math.max(0, named - full);
        var alternates = Math.min(away, count(present, side, Seat.Voice.ALTERNATE));
        return new SidePresence(
                side,
                Math.toIntExact(full + alternates),
                quorum.minimumPerSide(),
                quorum.coChairPerSide(),
                coChairs > 0);
    }

    private static boolean isFull(Seat seat) {
        return switch (seat.voice()) {
            case CO_CHAIR, FULL -> true;
            case ALTERNATE, NONE -> false;
        };
    }

    private static long count(List<Attendee> present, String side, Seat.Voice voice) {
        return present.stream().filter(one -> one.speaksFor(side, voice)).count();
    }

    boolean isQuorum() {
        return lacking().isEmpty();
    }

    List<String> lacking() {
        return sides.stream().flatMap(side -> side.lacking().stream()).toList();
    }
}
