package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeatsAtTest {

    private static final GroupParty PAKISTAN = new GroupParty("PK", "PK", "Asia/Karachi");
    private static final GroupParty PALESTINE = new GroupParty("PS", "PS", "Asia/Hebron");

    @Test
    void a_term_of_office_is_over_when_its_last_day_has_ended_where_the_member_is() {
        assertThat(at("2025-10-05T20:59:59Z").members()).noneMatch(Member::hasEnded);

        var after = at("2025-10-05T21:00:00Z");
        assertThat(after.members().getLast().hasEnded()).isTrue();
        assertThat(after.members().getLast().endedOn()).isEqualTo("2025-10-05");
        assertThat(after.missing()).containsExactly(new SeatsAt.EmptySeat("PS", MemberRole.CO_CHAIR));
        assertThat(after.vacant()).containsExactly("PS");
    }

    @Test
    void until_then_and_for_whoever_has_an_open_term_nothing_is_missing() {
        var before = at("2025-10-05T20:59:59Z");

        assertThat(before.missing()).isEmpty();
        assertThat(before.vacant()).isEmpty();
        assertThat(at("2099-01-01T00:00:00Z").members().getFirst().hasEnded()).isFalse();
    }

    private static SeatsAt at(String now) {
        return SeatsAt.of(
                Composition.USUAL,
                List.of(PAKISTAN, PALESTINE),
                List.of(chair(PAKISTAN, null), chair(PALESTINE, LocalDate.parse("2025-10-05"))),
                Instant.parse(now));
    }

    private static Member chair(GroupParty party, @Nullable LocalDate until) {
        return Member.nominated(
                UUID.randomUUID(), UUID.randomUUID(), party, MemberRole.CO_CHAIR, null, until, null, null);
    }
}
