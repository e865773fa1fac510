package org.moutracker.workinggroups.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.deadline.DeadlineStatus;
import org.moutracker.workinggroups.person.Person;
import org.moutracker.workinggroups.workinggroup.GroupParty;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupPageTest {

    private static final Instant NOW = Instant.parse("2025-10-05T12:00:00Z");
    private static final UUID AYESHA = UUID.randomUUID();
    private static final UUID RANA = UUID.randomUUID();
    private static final UUID GONE = UUID.randomUUID();

    @Test
    void the_next_deadline_is_the_first_that_is_still_to_come_on_the_clocks_of_every_side() {
        var page = page(
                due("later", DeadlineStatus.ACTIVE, "2025-12-01"),
                due("late", DeadlineStatus.ACTIVE, "2025-10-01"),
                due("paused", DeadlineStatus.PAUSED, "2025-10-06"),
                due("met", DeadlineStatus.MET, "2025-10-07"),
                due("waiting", DeadlineStatus.AWAITING_ANCHOR, null),
                due("next", DeadlineStatus.ACTIVE, "2025-10-17"));

        var next = requireNonNull(page.next());
        assertThat(next.due().title()).isEqualTo("next");
        assertThat(next.left()).isEqualTo(new Countdown(Countdown.Unit.DAYS_LEFT, 12));
        assertThat(next.clocks())
                .extracting(Clock::parties, clock -> clock.machine().toString())
                .containsExactly(tuple("PK, SINDH", "2025-10-18T02:00+05:00"), tuple("PS", "2025-10-18T00:00+03:00"));
        assertThat(page.overdue()).isEqualTo(1);
        assertThat(page.open()).extracting(Due::title).containsExactly("late", "paused", "next", "later", "waiting");
    }

    @Test
    void there_is_no_countdown_where_nothing_with_a_day_is_to_come() {
        assertThat(page(
                                due("late", DeadlineStatus.ACTIVE, "2025-10-01"),
                                due("waiting", DeadlineStatus.AWAITING_ANCHOR, null))
                        .next())
                .isNull();
    }

    @Test
    void every_side_shows_its_people_whom_it_has_to_name_and_what_it_is_late_with() {
        var page = page(
                due("late", DeadlineStatus.ACTIVE, "2025-10-01"), due("coming", DeadlineStatus.ACTIVE, "2025-10-17"));

        var pakistan = page.sides().get(0);
        var palestine = page.sides().get(1);
        assertThat(pakistan.code()).isEqualTo("PK");
        assertThat(pakistan.members()).extracting(Sitting::name).containsExactly("Ayesha Khan");
        assertThat(pakistan.lacking()).containsExactly(new Lacking("CO_CHAIR", 1), new Lacking("MEMBER", 2));
        assertThat(pakistan.overdue()).extracting(Due::title).containsExactly("late");
        assertThat(palestine.members()).extracting(Sitting::name).containsExactly("Rana Saleh");
        assertThat(palestine.owes()).isFalse();
    }

    @Test
    void the_timeline_has_what_happened_on_its_day_and_what_is_to_come() {
        var met = new Due(
                UUID.randomUUID(),
                "MEETING",
                "met",
                DueState.MET,
                false,
                LocalDate.parse("2025-10-30"),
                Instant.parse("2025-10-30T21:00:00Z"),
                LocalDate.parse("2025-10-03"),
                List.of(new Due.Answerable("PK", null)),
                List.of(),
                false);
        var late = due("late", DeadlineStatus.ACTIVE, "2025-10-01");
        var waived = due("waived", DeadlineStatus.WAIVED, "2025-10-02");
        var coming = due("coming", DeadlineStatus.ACTIVE, "2025-10-17");
        var moved = new Moved(coming.id(), Instant.parse("2025-10-03T23:00:00Z"), LocalDate.parse("2025-10-17"));

        var timeline = GroupPage.of(group(), List.of(met, late, waived, coming), List.of(moved), Map.of(), NOW)
                .timeline();

        assertThat(timeline.past())
                .extracting(Milestone::event, Milestone::title, milestone -> milestone
                        .day()
                        .toString())
                .containsExactly(
                        tuple("ESTABLISHED", "Health Working Group", "2025-09-30"),
                        tuple("OVERDUE", "late", "2025-10-01"),
                        tuple("MET", "met", "2025-10-03"),
                        tuple("MOVED", "coming", "2025-10-04"));
        assertThat(timeline.coming()).extracting(Milestone::title).containsExactly("coming");
    }

    @Test
    void of_a_long_history_what_is_nearest_to_today_is_shown() {
        var deadlines = IntStream.range(0, 60)
                .mapToObj(n -> due(
                        "n" + n,
                        DeadlineStatus.ACTIVE,
                        LocalDate.parse("2025-09-06").plusDays(n).toString()))
                .toList();

        var timeline =
                GroupPage.of(group(), deadlines, List.of(), Map.of(), NOW).timeline();

        assertThat(timeline.past())
                .hasSize(20)
                .last()
                .extracting(Milestone::title)
                .isEqualTo("n28");
        assertThat(timeline.coming())
                .hasSize(20)
                .first()
                .extracting(Milestone::title)
                .isEqualTo("n29");
    }

    @Test
    void what_somebody_has_to_see_to_is_theirs_alone_or_their_partys() {
        var partys = due("partys", DeadlineStatus.ACTIVE, "2025-10-17");
        var ranas = new Due(
                UUID.randomUUID(),
                "ACTION",
                "Rana's",
                DueState.UPCOMING,
                false,
                null,
                null,
                null,
                List.of(new Due.Answerable("PK", RANA)),
                List.of(),
                false);

        assertThat(partys.concerns(AYESHA, "PK")).isTrue();
        assertThat(partys.concerns(AYESHA, "PS")).isFalse();
        assertThat(ranas.named(Map.of(RANA, person(RANA, "Rana Saleh"))).who()).containsExactly("Rana Saleh (PK)");
        assertThat(partys.named(Map.of()).who()).containsExactly("PK");
        assertThat(ranas.concerns(RANA, "PK")).isTrue();
        assertThat(ranas.concerns(AYESHA, "PK")).isFalse();
    }

    private static GroupPage page(Due... deadlines) {
        var people = Map.of(AYESHA, person(AYESHA, "Ayesha \u202EKhan"), RANA, person(RANA, "Rana Saleh"));
        return GroupPage.of(group(), List.of(deadlines), List.of(), people, NOW);
    }

    private static Person person(UUID id, String name) {
        return new Person(id, name, "mail@health.example", "en", "Asia/Karachi");
    }

    private static GroupRow group() {
        return new GroupRow(
                UUID.randomUUID(),
                "Health Working Group",
                "JOINT_WORKING_GROUP",
                "FORMING",
                LocalDate.parse("2025-09-30"),
                List.of(
                        new GroupParty("PK", "PK", "Asia/Karachi"),
                        new GroupParty("SINDH", "PK", "Asia/Karachi"),
                        new GroupParty("PS", "PS", "Asia/Hebron")),
                List.of(
                        new GroupRow.MemberRow(AYESHA, "PK", "PK", "MEMBER", "NOMINATED"),
                        new GroupRow.MemberRow(GONE, "PK", "PK", "CO_CHAIR", "ENDED"),
                        new GroupRow.MemberRow(RANA, "PS", "PS", "CO_CHAIR", "ACTIVE")),
                List.of(
                        new GroupRow.MissingRow("PK", "CO_CHAIR"),
                        new GroupRow.MissingRow("PK", "MEMBER"),
                        new GroupRow.MissingRow("PK", "MEMBER")));
    }

    /** One of Pakistan's, whose last day ends in Hebron. */
    private static Due due(String title, DeadlineStatus status, @Nullable String lastDay) {
        var day = lastDay == null ? null : LocalDate.parse(lastDay);
        var at = day == null ? null : day.atTime(21, 0).toInstant(ZoneOffset.UTC);
        return new Due(
                UUID.randomUUID(),
                "DELIVERY",
                title,
                DueState.of(status, day, at, NOW),
                false,
                day,
                at,
                null,
                List.of(new Due.Answerable("PK", null)),
                List.of(),
                false);
    }
}
