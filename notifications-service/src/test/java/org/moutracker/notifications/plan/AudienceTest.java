package org.moutracker.notifications.plan;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.Deadline.Responsible;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AudienceTest {

    private static final Instant THEN = Instant.parse("2025-09-17T07:00:00Z");
    private static final UUID CHAIR = new UUID(1, 1);
    private static final UUID MEMBER = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static final UUID EXPERT = new UUID(1, 4);
    private static final UUID PALESTINE = new UUID(1, 5);

    @Test
    void without_a_name_all_who_answer_for_the_side_are_told() {
        var coming = told(new Responsible("PK", null), List.of());

        assertThat(coming.keySet()).containsExactlyInAnyOrder(CHAIR, MEMBER, OTHER);
        assertThat(coming.get(MEMBER)).contains("T-14", "T-0", "T+7");
    }

    @Test
    void who_took_it_on_is_reminded_alone_and_the_co_chair_hears_when_it_is_late() {
        var coming = told(new Responsible("PK", MEMBER), List.of());

        assertThat(coming.keySet()).containsExactlyInAnyOrder(CHAIR, MEMBER);
        assertThat(coming.get(MEMBER)).contains("T-14", "T-0", "T+1", "T+7");
        assertThat(coming.get(CHAIR)).contains("T+7").noneMatch(step -> step.startsWith("T-"));
    }

    @Test
    void an_expert_who_took_it_on_is_reminded_too() {
        assertThat(told(new Responsible("PK", EXPERT), List.of()).get(EXPERT)).contains("T-14");
    }

    @Test
    void when_who_took_it_on_does_not_sit_there_any_more_the_side_is_told() {
        for (var gone : List.of(new UUID(9, 9), PALESTINE)) {
            assertThat(told(new Responsible("PK", gone), List.of()).keySet())
                    .containsExactlyInAnyOrder(CHAIR, MEMBER, OTHER);
        }
    }

    @Test
    void while_somebody_is_away_the_deputy_is_told_instead_and_the_plan_says_so() {
        // T-14 is the 3rd of October and T-7 the 10th; T-3 is the 14th.
        var outlook = outlook(new Responsible("PK", MEMBER), List.of(away("2025-10-01", "2025-10-12", EXPERT)));
        var coming = coming(outlook);

        assertThat(coming.get(MEMBER)).doesNotContain("T-14", "T-7").contains("T-3", "T-0");
        assertThat(coming.get(EXPERT)).containsExactly("T-14", "T-7");
        assertThat(AlertPlanView.of(outlook, THEN).notTold())
                .extracting(AlertPlanView.NotTold::because)
                .containsExactly("is away from 2025-10-01 to 2025-10-12; the deputy is told instead");
        assertThat(outlook.due(Instant.parse("2025-10-10T12:00:00Z")))
                .extracting(told -> told.addressee().id())
                .containsExactly(EXPERT);
        // Back again, nothing is made up for that the deputy was told.
        assertThat(Outlook.of(outlook.situation(), Silence.NONE, Map.of(EXPERT, new Step(-7)))
                        .due(Instant.parse("2025-10-13T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void without_a_deputy_who_is_there_somebody_is_told_though_away() {
        for (var deputy : Stream.of(new UUID(9, 9), PALESTINE, MEMBER).toList()) {
            assertThat(told(new Responsible("PK", MEMBER), List.of(away("2025-10-01", "2025-10-12", deputy)))
                            .get(MEMBER))
                    .contains("T-14", "T-7");
        }
        assertThat(told(new Responsible("PK", MEMBER), List.of(away("2025-10-01", "2025-10-12", null)))
                        .get(MEMBER))
                .contains("T-14");
    }

    @Test
    void when_who_took_it_on_has_an_address_that_nobody_has_verified_the_side_is_told_too() {
        var outlook = outlook(new Responsible("PK", MEMBER), List.of(), Set.of(MEMBER));
        var coming = coming(outlook);

        assertThat(coming.keySet()).containsExactlyInAnyOrder(CHAIR, MEMBER, OTHER);
        assertThat(coming.get(CHAIR)).contains("T-14", "T-0", "T+7");
        assertThat(AlertPlanView.of(outlook, THEN).notTold())
                .extracting(AlertPlanView.NotTold::because)
                .containsExactly("waits for verification: the mail address is not confirmed yet");
    }

    @Test
    void when_nobody_can_be_reached_who_has_to_see_to_it_whoever_sits_there_is_told() {
        var all = Set.of(CHAIR, MEMBER, OTHER);
        for (var responsible : List.of(new Responsible("PK", MEMBER), new Responsible("PK", null))) {
            assertThat(coming(outlook(responsible, List.of(), all)).get(EXPERT)).contains("T-14", "T-0");
        }
        assertThat(coming(outlook(new Responsible("PK", null), List.of(), Set.of(CHAIR, MEMBER)))
                        .keySet())
                .containsExactlyInAnyOrder(CHAIR, MEMBER, OTHER);
    }

    @Test
    void a_deputy_whose_address_nobody_has_verified_stands_in_for_nobody() {
        var outlook = outlook(
                new Responsible("PK", MEMBER), List.of(away("2025-10-01", "2025-10-12", EXPERT)), Set.of(EXPERT));

        assertThat(coming(outlook).get(MEMBER)).contains("T-14", "T-7");
    }

    private static Absence away(String from, String to, @Nullable UUID deputy) {
        return new Absence(LocalDate.parse(from), LocalDate.parse(to), deputy);
    }

    private static Map<UUID, List<String>> told(Responsible responsible, List<Absence> absences) {
        return coming(outlook(responsible, absences));
    }

    private static Map<UUID, List<String>> coming(Outlook outlook) {
        return outlook.coming(THEN).stream()
                .filter(coming -> coming.addressee() != null)
                .collect(toMap(
                        coming -> java.util.Objects.requireNonNull(coming.addressee())
                                .id(),
                        coming -> List.of(coming.step().toString()),
                        (some, others) ->
                                Stream.concat(some.stream(), others.stream()).toList()));
    }

    private static Outlook outlook(Responsible responsible, List<Absence> absencesOfMember) {
        return outlook(responsible, absencesOfMember, Set.of());
    }

    private static Outlook outlook(Responsible responsible, List<Absence> absencesOfMember, Set<UUID> unverified) {
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
                List.of(responsible),
                null,
                null);
        var members = List.of(
                member(CHAIR, "PK", Role.CO_CHAIR, List.of()),
                member(MEMBER, "PK", Role.MEMBER, absencesOfMember),
                member(OTHER, "PK", Role.MEMBER, List.of()),
                member(EXPERT, "PK", Role.EXPERT, List.of()),
                member(PALESTINE, "PS", Role.CO_CHAIR, List.of()));
        return Outlook.of(new Situation(
                Plan.first(deadline, THEN, null),
                deadline,
                null,
                null,
                members,
                members.stream()
                        .collect(toMap(
                                Member::personId,
                                member -> recipient(member, !unverified.contains(member.personId())))),
                Map.of(),
                Standby.NOBODY,
                Silenced.NOBODY));
    }

    private static Recipient recipient(Member member, boolean verified) {
        var person = new Person(
                member.personId(),
                "Somebody",
                member.personId() + "@health.example",
                "en",
                "Asia/Karachi",
                null,
                List.of());
        return new Recipient(person, verified);
    }

    private static Member member(UUID person, String side, Role role, List<Absence> absences) {
        return new Member(new UUID(3, 1), person, side, side, role, THEN, absences);
    }
}
