package org.moutracker.workinggroups.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.decision.Position.ABSENT;
import static org.moutracker.workinggroups.decision.Position.AGAINST;
import static org.moutracker.workinggroups.decision.Position.FOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.workinggroups.workinggroup.DecisionRule;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PositionsTest {

    @ParameterizedTest
    @CsvSource({
        "FOR FOR,              CONSENSUS, false, true",
        "FOR ABSTAINED,        CONSENSUS, false, true",
        "FOR AGAINST,          CONSENSUS, false, false",
        "ABSTAINED ABSTAINED,  CONSENSUS, false, false",
        "FOR ABSENT,           CONSENSUS, false, false",
        "FOR ABSENT,           CONSENSUS, true,  true",
        "FOR FOR AGAINST,      CONSENSUS, true,  false",
        "ABSENT ABSENT,        CONSENSUS, true,  false",
        "FOR FOR AGAINST,      MAJORITY,  false, true",
        "FOR AGAINST,          MAJORITY,  false, false",
        "FOR ABSTAINED ABSENT, MAJORITY,  false, true",
        "ABSTAINED ABSTAINED,  MAJORITY,  false, false",
        "AGAINST AGAINST FOR,  MAJORITY,  true,  false"
    })
    void what_the_sides_say_adopts_or_rejects(
            String said, DecisionRule rule, boolean byCorrespondence, boolean adopted) {
        var positions = Stream.of(said.split(" ", -1)).map(Position::valueOf).toList();

        assertThat(positions(positions).adopt(rule, byCorrespondence)).isEqualTo(adopted);
    }

    @ParameterizedTest
    @EnumSource(DecisionRule.class)
    void nothing_is_adopted_that_nobody_is_for(DecisionRule rule) {
        everyWay().filter(way -> !way.contains(FOR)).forEach(way -> {
            assertThat(positions(way).adopt(rule, false)).as("%s", way).isFalse();
            assertThat(positions(way).adopt(rule, true)).as("%s", way).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(DecisionRule.class)
    void who_comes_over_from_against_never_loses_what_was_adopted(DecisionRule rule) {
        everyWay().filter(way -> way.contains(AGAINST)).forEach(way -> {
            var friendlier = new ArrayList<>(way);
            friendlier.set(way.indexOf(AGAINST), FOR);
            if (positions(way).adopt(rule, false)) {
                assertThat(positions(friendlier).adopt(rule, false))
                        .as("%s", way)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(DecisionRule.class)
    void the_order_of_the_sides_means_nothing(DecisionRule rule) {
        everyWay().forEach(way -> {
            var turned = new ArrayList<>(way);
            Collections.reverse(turned);
            assertThat(positions(turned).adopt(rule, true))
                    .as("%s", way)
                    .isEqualTo(positions(way).adopt(rule, true));
        });
    }

    @Test
    void a_consensus_at_the_table_is_also_one_by_correspondence_and_never_stands_against_a_majority() {
        everyWay().forEach(way -> {
            if (positions(way).adopt(DecisionRule.CONSENSUS, false)) {
                assertThat(way).doesNotContain(AGAINST, ABSENT);
                assertThat(positions(way).adopt(DecisionRule.CONSENSUS, true))
                        .as("%s", way)
                        .isTrue();
            }
            if (positions(way).adopt(DecisionRule.CONSENSUS, true)) {
                assertThat(positions(way).adopt(DecisionRule.MAJORITY, true))
                        .as("%s", way)
                        .isTrue();
            }
        });
    }

    @Test
    void a_stranger_a_side_twice_and_a_side_of_which_nothing_is_said_are_each_named() {
        var wrong = new Positions(List.of(
                        new SidePosition("PK", FOR), new SidePosition("CN", FOR), new SidePosition("PK", AGAINST)))
                .violations(List.of("PK", "PS"));

        assertThat(wrong)
                .extracting(one -> one.field() + " " + one.message())
                .containsExactly(
                        "positions[1].side must be a side of the group: PK, PS",
                        "positions[2].side is there twice",
                        "positions must say what PS said, if only that it was ABSENT");
    }

    /** Of one to four sides: all 340. */
    private static Stream<List<Position>> everyWay() {
        return IntStream.rangeClosed(1, 4).boxed().flatMap(PositionsTest::ways);
    }

    private static Stream<List<Position>> ways(int sides) {
        return sides == 0
                ? Stream.of(List.of())
                : ways(sides - 1)
                        .flatMap(rest -> Arrays.stream(Position.values()).map(one -> {
                            var way = new ArrayList<>(rest);
                            way.add(one);
                            return List.copyOf(way);
                        }));
    }

    private static Positions positions(List<Position> said) {
        return new Positions(IntStream.range(0, said.size())
                .mapToObj(i -> new SidePosition("S" + i, said.get(i)))
                .toList());
    }
}
