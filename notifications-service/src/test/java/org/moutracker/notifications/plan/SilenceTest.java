package org.moutracker.notifications.plan;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.Deadline.Responsible;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.policy.Circle;
import org.moutracker.notifications.policy.Held;
import org.moutracker.notifications.policy.PolicySteps;
import org.moutracker.notifications.policy.Quorum;
import org.moutracker.notifications.policy.ScopeType;
import org.moutracker.notifications.policy.Terms;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

/** Three people of two sides, a deadline on 2025-10-17 in Karachi, and what some of them have said. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceTest {

    private static final Instant THEN = Instant.parse("2025-09-17T07:00:00Z");
    private static final Instant T14 = Instant.parse("2025-10-03T04:00:00Z");
    private static final Instant T7 = Instant.parse("2025-10-10T04:00:00Z");
    private static final Instant T3 = Instant.parse("2025-10-14T04:00:00Z");
    private static final Instant T0 = Instant.parse("2025-10-17T04:00:00Z");
    private static final UUID AYESHA = new UUID(1, 1);
    private static final UUID BILAL = new UUID(1, 2);
    private static final UUID ZUHAIR = new UUID(1, 3);

    @Test
    void what_is_acknowledged_is_not_told_to_the_own_side_and_to_the_other_it_is() {
        var outlook = outlook(null, acknowledged(AYESHA, "PK", -14, T3), told(-14));

        assertThat(due(outlook, T7)).containsExactly(ZUHAIR + " T-7");
    }

    @Test
    void with_the_quorum_any_one_is_enough_for_all() {
        var outlook = outlook(held(Quorum.ANY), acknowledged(AYESHA, "PK", -14, T3), told(-14));

        assertThat(due(outlook, T7)).isEmpty();
    }

    @Test
    void once_all_responsible_sides_have_acknowledged_those_beside_them_are_silent_until_the_first_of_them_ends() {
        var situation = situation(null);
        var silence = new Silence(List.of(known(AYESHA, "PK", -14, T3), known(ZUHAIR, "PS", -14, T7)), List.of());

        assertThat(silence.acknowledgedUntil(situation, new UUID(1, 9), "XX", new Step(-3)))
                .contains(T7);
        assertThat(silence.acknowledgedUntil(situation, BILAL, "PK", new Step(-3)))
                .contains(T3);
        assertThat(silence.without(java.util.Set.of(
                                silence.acknowledged().getLast().id()))
                        .acknowledgedUntil(situation, new UUID(1, 9), "XX", new Step(-3)))
                .isEmpty();
    }

    @Test
    void the_last_reminder_and_what_is_overdue_come_anyway() {
        var far = Instant.parse("2026-01-01T00:00:00Z");
        var outlook =
                outlook(held(Quorum.ANY), new Silence(List.of(known(AYESHA, "PK", -14, far)), List.of()), told(-14));

        assertThat(due(outlook, T0)).hasSize(3).allMatch(told -> told.endsWith("T-0"));
        assertThat(due(outlook, Instant.parse("2025-10-18T04:00:00Z")))
                .hasSize(3)
                .allMatch(told -> told.endsWith("T+1"));
    }

    @Test
    void once_it_has_expired_the_last_step_that_came_meanwhile_is_told_alone() {
        var silence = acknowledged(AYESHA, "PK", -14, T3.plusSeconds(60));
        var outlook = outlook(null, silence, told(-14));

        assertThat(due(outlook, T3)).containsExactly(ZUHAIR + " T-3");
        assertThat(due(outlook(null, silence.at(T3.plusSeconds(60)), told(-14)), T3.plusSeconds(60)))
                .containsExactly(AYESHA + " T-3", BILAL + " T-3", ZUHAIR + " T-3");
    }

    @Test
    void it_is_looked_at_again_when_a_silence_ends() {
        var end = T7.plusSeconds(60);

        assertThat(outlook(null, acknowledged(AYESHA, "PK", -14, end), told(-14))
                        .next(T7))
                .contains(end);
        assertThat(outlook(null, snoozed(AYESHA, -14, end), told(-14)).next(T7)).contains(end);
        assertThat(outlook(null, Silence.NONE, told(-14)).next(T7)).contains(T3);
    }

    @Test
    void who_has_snoozed_hears_nothing_that_can_wait_and_the_last_reminder_anyway() {
        var outlook = outlook(null, snoozed(AYESHA, -14, T0.plusSeconds(60)), told(-14));

        assertThat(due(outlook, T3)).containsExactly(BILAL + " T-3", ZUHAIR + " T-3");
        assertThat(due(outlook, T0)).contains(AYESHA + " T-0").hasSize(3);
    }

    @Test
    void what_is_planned_is_shown_as_it_will_come() {
        var end = T3.plusSeconds(60);
        var outlook = outlook(null, acknowledged(AYESHA, "PK", -14, end), told(-14));

        assertThat(coming(outlook, AYESHA))
                .startsWith(
                        "T-3 " + end,
                        "T-1 2025-10-16T04:00:00Z",
                        "T-0 2025-10-17T04:00:00Z",
                        "T+1 2025-10-18T04:00:00Z");
        assertThat(coming(outlook, ZUHAIR)).startsWith("T-7 " + T7, "T-3 " + T3);
        assertThat(coming(outlook(null, snoozed(AYESHA, -14, T7.minusSeconds(60)), told(-14)), AYESHA))
                .startsWith("T-14 " + T7.minusSeconds(60), "T-7 " + T7);
        assertThat(coming(outlook(null, snoozed(AYESHA, -14, T7.plusSeconds(60)), told(-14)), AYESHA))
                .startsWith("T-7 " + T7.plusSeconds(60), "T-3 " + T3);
    }

    @Test
    void it_counts_for_a_week_but_not_beyond_the_last_day_nor_the_next_step_that_goes_further() {
        var outlook = outlook(null, Silence.NONE, told(-14));

        assertThat(outlook.knowsUntil(AYESHA, new Step(-14), T14.plusSeconds(60)))
                .isEqualTo(T7.plusSeconds(60));
        assertThat(outlook.knowsUntil(AYESHA, new Step(-3), T3)).isEqualTo("2025-10-17T19:00:00Z");
        assertThat(outlook.knowsUntil(AYESHA, new Step(1), Instant.parse("2025-10-18T05:00:00Z")))
                .isEqualTo("2025-10-24T04:00:00Z");
        assertThat(outlook.knowsUntil(AYESHA, new Step(7), Instant.parse("2025-10-24T05:00:00Z")))
                .isEqualTo("2025-10-31T05:00:00Z");
        assertThat(outlook(held(Quorum.ANY), Silence.NONE, told(-14)).knowsUntil(AYESHA, new Step(-14), T14))
                .as("three days by this policy")
                .isEqualTo("2025-10-06T04:00:00Z");
    }

    @Test
    void the_last_reminder_is_the_one_on_the_day() {
        var outlook = outlook(null, Silence.NONE, told(-14));

        assertThat(outlook.lastReminder(AYESHA, T7)).contains(T0);
        assertThat(outlook.lastReminder(AYESHA, T0)).isEmpty();
    }

    @Test
    void a_step_goes_as_far_as_its_policy_says() {
        var policy = new Held(
                new UUID(5, 1),
                ScopeType.KIND,
                new Terms(
                        List.of(
                                PolicySteps.of("T-14", Circle.RESPONSIBLE),
                                PolicySteps.of("T-7", Circle.CO_CHAIR),
                                PolicySteps.of("T-3", Circle.FOCAL_POINTS)),
                        null,
                        Quorum.ALL_SIDES,
                        7,
                        false));
        // Bilal took it on; Ayesha is the co-chair, Daud the focal point of his side.
        var daud = new UUID(1, 4);
        var members = List.of(
                member(BILAL, "PK", Role.MEMBER),
                member(AYESHA, "PK", Role.CO_CHAIR),
                member(daud, "PK", Role.FOCAL_POINT));
        var outlook = Outlook.of(situation(policy, List.of(new Responsible("PK", BILAL)), members));

        assertThat(coming(outlook, BILAL)).hasSize(3);
        assertThat(coming(outlook, AYESHA)).containsExactly("T-7 " + T7, "T-3 " + T3);
        assertThat(coming(outlook, daud)).containsExactly("T-3 " + T3);
    }

    @Test
    void the_last_step_tells_the_other_side_where_both_have_agreed_to_that_and_never_of_what_is_internal() {
        var steps = List.of(PolicySteps.of("T-3"), PolicySteps.of("T+1", Circle.FOCAL_POINTS));
        var policy = new Held(new UUID(5, 1), ScopeType.KIND, new Terms(steps, null, Quorum.ALL_SIDES, 7, true));
        var members = List.of(member(AYESHA, "PK", Role.CO_CHAIR), member(ZUHAIR, "PS", Role.CO_CHAIR));

        var open = Outlook.of(situation(policy, List.of(new Responsible("PK", null)), members));
        var internal = Outlook.of(situation(policy, List.of(new Responsible("PK", null)), members, "PK"));

        assertThat(coming(open, AYESHA)).containsExactly("T-3 " + T3, "T+1 2025-10-18T04:00:00Z");
        assertThat(coming(open, ZUHAIR)).containsExactly("T+1 2025-10-18T04:00:00Z");
        assertThat(coming(internal, AYESHA)).hasSize(2);
        assertThat(coming(internal, ZUHAIR)).isEmpty();
    }

    private static Held held(Quorum quorum) {
        var steps = List.of("T-14", "T-7", "T-3", "T-0", "T+1").stream()
                .map(PolicySteps::of)
                .toList();
        return new Held(new UUID(5, 1), ScopeType.KIND, new Terms(steps, null, quorum, 3, false));
    }

    private static Silence acknowledged(UUID person, String party, int step, Instant until) {
        return new Silence(List.of(known(person, party, step, until)), List.of());
    }

    private static Silence.Acknowledged known(UUID person, String party, int step, Instant until) {
        var id = new UUID(6, person.getLeastSignificantBits());
        return new Silence.Acknowledged(id, id, person, party, new Step(step), person, null, T14, until);
    }

    private static Silence snoozed(UUID person, int step, Instant until) {
        return new Silence(List.of(), List.of(new Silence.Snoozed(person, "PK", new Step(step), until)));
    }

    private static Map<UUID, Step> told(int step) {
        return Map.of(AYESHA, new Step(step), BILAL, new Step(step), ZUHAIR, new Step(step));
    }

    private static List<String> due(Outlook outlook, Instant now) {
        return outlook.due(now).stream()
                .map(told -> told.addressee().id() + " " + told.step())
                .sorted()
                .toList();
    }

    private static List<String> coming(Outlook outlook, UUID person) {
        return outlook.coming(T14.minusSeconds(1)).stream()
                .filter(coming -> Optional.ofNullable(coming.addressee())
                        .filter(addressee -> addressee.id().equals(person))
                        .isPresent())
                .map(coming -> coming.step() + " " + coming.at())
                .toList();
    }

    private static Outlook outlook(@Nullable Held policy, Silence silence, Map<UUID, Step> told) {
        return Outlook.of(situation(policy), silence, told);
    }

    private static Situation situation(@Nullable Held policy) {
        return situation(
                policy,
                List.of(new Responsible("PK", null), new Responsible("PS", null)),
                List.of(
                        member(AYESHA, "PK", Role.CO_CHAIR),
                        member(BILAL, "PK", Role.MEMBER),
                        member(ZUHAIR, "PS", Role.CO_CHAIR)));
    }

    private static Situation situation(@Nullable Held policy, List<Responsible> responsible, List<Member> members) {
        return situation(policy, responsible, members, null);
    }

    private static Situation situation(
            @Nullable Held policy, List<Responsible> responsible, List<Member> members, @Nullable String internalTo) {
        var deadline = new Deadline(
                new UUID(2, 1),
                "ACTION",
                "Send the list",
                null,
                new UUID(3, 1),
                DeadlineStatus.ACTIVE,
                null,
                LocalDate.parse("2025-10-17"),
                Instant.parse("2025-10-17T19:00:00Z"),
                1,
                THEN,
                List.of(),
                null,
                responsible,
                null,
                internalTo);
        return new Situation(
                Plan.first(deadline, THEN, policy),
                deadline,
                null,
                null,
                members,
                members.stream().collect(toMap(Member::personId, SilenceTest::recipient)),
                Map.of(),
                Standby.NOBODY,
                Silenced.NOBODY);
    }

    private static Recipient recipient(Member member) {
        var id = member.personId();
        return new Recipient(
                new Person(id, "Somebody", id + "@health.example", "en", "Asia/Karachi", null, List.of()), true);
    }

    private static Member member(UUID person, String side, Role role) {
        return new Member(new UUID(3, 1), person, side, side, role, THEN, List.of());
    }
}
