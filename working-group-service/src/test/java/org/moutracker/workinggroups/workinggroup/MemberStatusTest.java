package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.workinggroup.MemberStatus.ACTIVE;
import static org.moutracker.workinggroups.workinggroup.MemberStatus.ENDED;
import static org.moutracker.workinggroups.workinggroup.MemberStatus.NOMINATED;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberStatusTest {

    private static final Map<MemberStatus, Set<MemberStatus>> TABLE =
            Map.of(NOMINATED, Set.of(ACTIVE, ENDED), ACTIVE, Set.of(ENDED), ENDED, Set.of());

    static Stream<Arguments> pairs() {
        return Stream.of(MemberStatus.values())
                .flatMap(from -> Stream.of(MemberStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_status_becomes_what_the_table_says_and_nothing_else(MemberStatus from, MemberStatus to) {
        assertThat(from.canBecome(to))
                .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
    }

    @ParameterizedTest
    @EnumSource
    void a_command_is_refused_where_the_status_cannot_follow(MemberStatus from) {
        var member = in(from);

        if (from == NOMINATED) {
            assertThat(member.accepted().status()).isEqualTo(ACTIVE);
        } else {
            assertThatThrownBy(member::accepted).isInstanceOf(RuleViolated.class);
        }
        if (from == ENDED) {
            assertThatThrownBy(() -> member.ended(GroupFixture.TODAY, EndedBecause.LEFT))
                    .isInstanceOf(RuleViolated.class);
        } else {
            assertThat(member.ended(GroupFixture.TODAY, EndedBecause.LEFT).status())
                    .isEqualTo(ENDED);
        }
    }

    private static Member in(MemberStatus status) {
        var named = Member.nominated(
                UUID.randomUUID(), UUID.randomUUID(), GroupFixture.PARTIES.getFirst(), MemberRole.MEMBER);
        return switch (status) {
            case NOMINATED -> named;
            case ACTIVE -> named.accepted();
            case ENDED -> named.ended(GroupFixture.TODAY, EndedBecause.LEFT);
        };
    }
}
