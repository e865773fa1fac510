package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.meeting.MeetingFixture.SIDES;
import static org.moutracker.workinggroups.meeting.MeetingFixture.seat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.workinggroups.workinggroup.Quorum;
import org.moutracker.workinggroups.workinggroup.Seat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PresenceTest {

    private static final int CASES = 500;
    private static final List<Seat.Voice> VOICES = List.of(Seat.Voice.values());
    private static final List<String> MANY = List.of("PK", "PS", "CN");

    /** A group at random, and who of it has come. */
    private record Case(Quorum quorum, List<Seat> seats, List<Seat> present) {

        static Case of(Random random) {
            var seats = IntStream.range(0, random.nextInt(12))
                    .mapToObj(one -> seat(MANY.get(random.nextInt(MANY.size())), voice(random)))
                    .toList();
            var shuffled = new ArrayList<>(seats);
            Collections.shuffle(shuffled, random);
            var present = List.copyOf(shuffled.subList(0, random.nextInt(seats.size() + 1)));
            return new Case(new Quorum(random.nextInt(4), random.nextBoolean()), seats, present);
        }

        private static Seat.Voice voice(Random random) {
            return VOICES.get(random.nextInt(VOICES.size()));
        }

        Presence count() {
            return PresenceTest.count(quorum, seats, present);
        }
    }

    private static Presence count(Quorum quorum, List<Seat> seats, List<Seat> present) {
        return Presence.of(
                quorum, MANY, seats, present.stream().map(Attendee::member).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void one_more_who_is_there_never_breaks_a_quorum(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var one = Case.of(random);
            var before = one.count();
            for (var late : one.seats()) {
                if (!one.present().contains(late)) {
                    var more = new ArrayList<>(one.present());
                    more.add(late);
                    var after = count(one.quorum(), one.seats(), more);
                    for (var side = 0; side < MANY.size(); side++) {
                        assertThat(after.sides().get(side).present())
                                .as("%s and %s", one, late)
                                .isGreaterThanOrEqualTo(before.sides().get(side).present());
                    }
                    assertThat(after.isQuorum() || !before.isQuorum()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void guests_experts_and_observers_make_no_quorum(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var one = Case.of(random);
            var speakers = one.present().stream()
                    .filter(seat -> seat.voice() != Seat.Voice.NONE)
                    .map(Attendee::member)
                    .toList();
            var everybody =
                    new ArrayList<>(one.present().stream().map(Attendee::member).toList());
            everybody.add(Attendee.guest(UUID.randomUUID()));

            assertThat(Presence.of(one.quorum(), MANY, one.seats(), everybody))
                    .isEqualTo(Presence.of(one.quorum(), MANY, one.seats(), speakers));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void sides_count_and_not_the_parties_that_stand_on_them(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var one = Case.of(random);
            var ministries = one.seats().stream()
                    .map(seat -> new Seat(
                            seat.memberId(),
                            seat.personId(),
                            seat.side() + "-" + random.nextInt(3),
                            seat.side(),
                            seat.voice()))
                    .toList();
            var present = ministries.stream()
                    .filter(seat -> one.present().stream()
                            .anyMatch(other -> other.memberId().equals(seat.memberId())))
                    .toList();

            assertThat(count(one.quorum(), ministries, present)).isEqualTo(one.count());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void a_side_lacks_something_exactly_when_there_is_no_quorum(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var one = Case.of(random);
            var counted = one.count();
            var isMet = MANY.stream().allMatch(side -> {
                var there = counted.sides().get(MANY.indexOf(side));
                var coChair = one.present().stream()
                        .anyMatch(seat -> seat.side().equals(side) && seat.voice() == Seat.Voice.CO_CHAIR);
                return there.present() >= one.quorum().minimumPerSide()
                        && (coChair || !one.quorum().coChairPerSide());
            });

            assertThat(counted.isQuorum()).as("%s", one).isEqualTo(isMet);
        }
    }

    /** Counted seat by seat, as the rule is written: not as it is programmed. */
    @ParameterizedTest
    @ValueSource(longs = {12, 13, 14, 15})
    void whoever_counts_seat_by_seat_finds_the_same_quorum(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var one = Case.of(random);
            var isQuorum = true;
            for (var side : MANY) {
                var there = 0;
                var empty = 0;
                var alternates = 0;
                var chaired = false;
                for (var seat : one.seats()) {
                    if (!seat.side().equals(side) || seat.voice() == Seat.Voice.NONE) {
                        continue;
                    }
                    var hasCome = one.present().contains(seat);
                    if (seat.voice() == Seat.Voice.ALTERNATE) {
                        alternates += hasCome ? 1 : 0;
                    } else if (hasCome) {
                        there++;
                        chaired |= seat.voice() == Seat.Voice.CO_CHAIR;
                    } else {
                        empty++;
                    }
                }
                while (alternates > 0 && empty > 0) {
                    alternates--;
                    empty--;
                    there++;
                }
                isQuorum &= there >= one.quorum().minimumPerSide()
                        && (chaired || !one.quorum().coChairPerSide());
            }

            assertThat(one.count().isQuorum()).as("seed %d, %s", seed, one).isEqualTo(isQuorum);
        }
    }

    @Test
    void an_alternate_speaks_for_somebody_who_is_away_and_for_nobody_else() {
        var member = seat("PK", Seat.Voice.FULL);
        var alternate = seat("PK", Seat.Voice.ALTERNATE);
        var other = seat("PS", Seat.Voice.CO_CHAIR);
        var seats = List.of(member, alternate, other);
        var two = new Quorum(2, false);

        assertThat(there(two, seats, member, alternate)).isEqualTo(1);
        assertThat(there(two, seats, alternate)).isEqualTo(1);
        assertThat(there(two, seats, member)).isEqualTo(1);
    }

    private static int there(Quorum quorum, List<Seat> seats, Seat... present) {
        return count(quorum, seats, List.of(present)).sides().getFirst().present();
    }

    @Test
    void it_is_said_what_each_side_lacks() {
        var counted = Presence.of(new Quorum(2, true), SIDES, List.of(), List.of());

        assertThat(counted.lacking())
                .containsExactly(
                        "PK lacks 2 of 2", "PK lacks its co-chair", "PS lacks 2 of 2", "PS lacks its co-chair");
    }
}
