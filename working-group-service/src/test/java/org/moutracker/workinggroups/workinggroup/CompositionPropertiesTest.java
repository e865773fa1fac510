package org.moutracker.workinggroups.workinggroup;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every composition and every list of members; each seed is one of them, the same every time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompositionPropertiesTest {

    private static final List<String> SIDES = List.of("PK", "PS", "CN");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoever_names_all_that_is_missing_is_complete(long seed) {
        var any = new Any(seed);
        var members = new ArrayList<>(any.members);

        for (var missing : any.missing()) {
            members.add(any.member(missing.side(), missing.what(), MemberStatus.ACTIVE));
        }

        assertThat(any.composition.missing(SIDES, members)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void none_of_what_is_missing_is_too_much(long seed) {
        var any = new Any(seed);
        var missing = any.missing();

        for (var left = 0; left < missing.size(); left++) {
            var members = new ArrayList<>(any.members);
            for (var i = 0; i < missing.size(); i++) {
                if (i != left) {
                    members.add(any.member(missing.get(i).side(), missing.get(i).what(), MemberStatus.ACTIVE));
                }
            }
            assertThat(any.composition.missing(SIDES, members)).containsExactly(missing.get(left));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_member_more_never_makes_more_missing(long seed) {
        var any = new Any(seed);
        var before = any.missing();
        var members = new ArrayList<>(any.members);
        members.add(any.anyMember());

        assertThat(any.composition.missing(SIDES, members).size()).isLessThanOrEqualTo(before.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_side_depends_on_its_own_members_alone(long seed) {
        var any = new Any(seed);

        for (var side : SIDES) {
            var own = any.members.stream()
                    .filter(member -> member.side().equals(side))
                    .toList();
            assertThat(any.missing().stream()
                            .filter(missing -> missing.side().equals(side))
                            .toList())
                    .isEqualTo(any.composition.missing(List.of(side), own));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_side_misses_a_chair_at_most_and_as_many_members_as_it_has_too_few(long seed) {
        var any = new Any(seed);

        for (var side : SIDES) {
            var counted = any.members.stream()
                    .filter(member -> member.side().equals(side))
                    .filter(member -> member.status() == MemberStatus.ACTIVE
                            || (member.status() == MemberStatus.NOMINATED && !any.composition.acceptance()))
                    .toList();
            var speaking = counted.stream()
                    .filter(member -> member.role().countsTowardMinimum())
                    .count();
            var hasChair = counted.stream().anyMatch(member -> member.role() == MemberRole.CO_CHAIR);
            var chairs = any.composition.coChairPerSide() && !hasChair ? 1 : 0;
            var expected = Math.max(chairs, any.composition.minimumPerSide() - speaking);
            assertThat(any.missing().stream().filter(missing -> missing.side().equals(side)))
                    .hasSize((int) expected)
                    .filteredOn(missing -> missing.what() == MemberRole.CO_CHAIR)
                    .hasSize(chairs);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_side_is_vacant_when_it_would_miss_somebody_however_little_was_agreed(long seed) {
        var any = new Any(seed);
        var least = new Composition(1, false, any.composition.acceptance());

        assertThat(any.composition.vacant(SIDES, any.members))
                .containsExactlyInAnyOrderElementsOf(least.missing(SIDES, any.members).stream()
                        .map(Missing::side)
                        .collect(toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void vacancies_are_what_is_missing_each_with_a_number_of_its_own(long seed) {
        var vacancies = Vacancies.NONE;
        var numbers = new ArrayList<Integer>();

        for (var round = 0; round < 5; round++) {
            var missing = new Any(seed + 1000L * round).missing();
            var turn = vacancies.follow(missing, GroupFixture.TODAY.plusDays(round));
            vacancies = turn.now();
            turn.opened().forEach(vacancy -> numbers.add(vacancy.number()));
            assertThat(vacancies.open())
                    .map(vacancy -> new Missing(vacancy.side(), vacancy.what()))
                    .containsExactlyInAnyOrderElementsOf(missing);
            assertThat(turn.filled().stream().filter(vacancies.open()::contains))
                    .isEmpty();
            assertThat(vacancies.follow(missing, GroupFixture.TODAY)).satisfies(again -> {
                assertThat(again.opened()).isEmpty();
                assertThat(again.filled()).isEmpty();
            });
        }
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    /** A composition and some members, drawn by a seed. */
    private static final class Any {
        private final Random random;
        private final Composition composition;
        private final List<Member> members;

        private Any(long seed) {
            // Seeds side by side would draw alike.
            random = new Random(seed * 0x9E3779B97F4A7C15L);
            composition = new Composition(random.nextInt(5), random.nextBoolean(), random.nextBoolean());
            members = IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> anyMember())
                    .toList();
        }

        private List<Missing> missing() {
            return composition.missing(SIDES, members);
        }

        private Member anyMember() {
            return member(one(SIDES), one(List.of(MemberRole.values())), one(List.of(MemberStatus.values())));
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private Member member(String side, MemberRole role, MemberStatus status) {
            var nominated = Member.nominated(
                    UUID.randomUUID(), UUID.randomUUID(), new GroupParty(side, side, "Asia/Karachi"), role);
            return switch (status) {
                case NOMINATED -> nominated;
                case ACTIVE -> nominated.accepted();
                case ENDED -> nominated.ended(GroupFixture.TODAY, EndedBecause.LEFT);
            };
        }
    }
}
