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
import org.moutracker.workinggroups.workinggroup.Absence;
import org.moutracker.workinggroups.workinggroup.Grounds;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.Member;
import org.moutracker.workinggroups.workinggroup.MemberRole;
import org.moutracker.workinggroups.workinggroup.MemberStatus;
import org.moutracker.workinggroups.workinggroup.SeatsAt.EmptySeat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupPageTest {

    private static final Instant NOW = Instant.parse("2025-10-05T12:00:00Z");
    private static final UUID AYESHA = UUID.randomUUID();
    private static final UUID RANA = UUID.randomUUID();
    private static final UUID GONE = UUID.randomUUID();
    private static final Map<UUID, Person> PEOPLE =
            Map.of(AYESHA, person(AYESHA, "Ayesha \u202EKhan"), RANA, person(RANA, "Rana Saleh"));

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
                null,
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

        var timeline = GroupPage.of(group(), work(List.of(met, late, waived, coming), List.of(moved)), Map.of(), NOW)
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
    void meetings_are_shown_on_the_clocks_of_every_side_and_on_their_day_in_the_timeline() {
        var coming = meeting("coming", "CONVENED", "2025-11-10");
        var undated = meeting("undated", "POSTPONED", null);
        var first = meeting("first", "MINUTES_AGREED", "2025-08-01");
        var second = meeting("second", "HELD", "2025-10-01");
        var cancelled = meeting("cancelled", "CANCELLED", "2025-09-01");
        var forgotten = meeting("forgotten", "CONVENED", "2025-10-03");

        var page = page(new GroupWork(
                Dues.NONE,
                List.of(),
                List.of(first, cancelled, second, forgotten, coming, undated),
                List.of(new Decided("D-2025-01", "Plan of work", LocalDate.parse("2025-10-01"), "ADOPTED")),
                Kin.NONE,
                List.of()));

        assertThat(page.coming()).extracting(Gathering::title).containsExactly("coming", "undated");
        assertThat(page.coming().getFirst().clocks())
                .extracting(clock -> clock.machine().toString())
                .containsExactly("2025-11-10T10:00+05:00", "2025-11-10T07:00+02:00");
        assertThat(page.held()).extracting(Gathering::title).containsExactly("second", "first");
        assertThat(page.unrecorded())
                .as("its time has passed")
                .extracting(Gathering::title)
                .containsExactly("forgotten");
        assertThat(page.unrecorded().getFirst().clocks())
                .as("it begins no more")
                .isEmpty();
        assertThat(page.timeline().past())
                .extracting(Milestone::event, Milestone::title)
                .containsExactly(
                        tuple("HELD", "first"),
                        tuple("ESTABLISHED", "Health Working Group"),
                        tuple("HELD", "second"),
                        tuple("ADOPTED", "D-2025-01 Plan of work"));
        assertThat(page.timeline().coming()).extracting(Milestone::title).containsExactly("coming");
    }

    @Test
    void a_meeting_is_to_come_until_it_ends() {
        var meeting = meeting("now", "CONVENED", "2025-10-05");

        assertThat(meeting.isToCome(Instant.parse("2025-10-05T08:59:59Z"))).isTrue();
        assertThat(meeting.isToCome(Instant.parse("2025-10-05T09:00:00Z"))).isFalse();
        assertThat(meeting.isUnrecorded(Instant.parse("2025-10-05T09:00:00Z"))).isTrue();
    }

    @Test
    void who_is_away_today_by_the_calendar_of_the_own_side_is_shown_with_the_deputy() {
        var rana = member(RANA, "PS", MemberRole.MEMBER, MemberStatus.ACTIVE);
        var away = new Absence(1, LocalDate.parse("2025-10-01"), LocalDate.parse("2025-10-05"), rana.id());
        var ayesha = member(AYESHA, "PS", MemberRole.CO_CHAIR, MemberStatus.ACTIVE, List.of(away));
        var group = group(List.of(ayesha, rana));

        assertThat(sitting(group, "2025-10-05T20:59:59Z"))
                .extracting(Sitting::awayUntil, Sitting::deputy)
                .containsExactly(tuple(LocalDate.parse("2025-10-05"), "Rana Saleh"), tuple(null, null));
        assertThat(sitting(group, "2025-10-05T21:00:00Z"))
                .as("in Hebron it is tomorrow")
                .extracting(Sitting::awayUntil)
                .containsOnlyNulls();
    }

    private static List<Sitting> sitting(GroupRow group, String now) {
        return new GroupSides(group, PEOPLE, Instant.parse(now))
                .all(List.of())
                .getLast()
                .members();
    }

    @Test
    void what_is_known_by_now_of_all_its_days_is_the_first_report_of_a_group() {
        var handed = new Handed(
                new AskedReport.Numbered(2025, 1), LocalDate.parse("2025-09-30"), LocalDate.parse("2025-10-01"));

        var page = page(new GroupWork(Dues.NONE, List.of(), List.of(), List.of(), Kin.NONE, List.of(handed)));

        assertThat(page.reports()).extracting(Handed::name).containsExactly("2025-09-30--2025-10-05", "R-2025-01");
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
                GroupPage.of(group(), work(deadlines, List.of()), Map.of(), NOW).timeline();

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
                null,
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

    private static Gathering meeting(String title, String status, @Nullable String day) {
        return new Gathering(
                UUID.randomUUID(),
                title,
                status,
                day == null ? null : Instant.parse(day + "T05:00:00Z"),
                day == null ? null : Instant.parse(day + "T09:00:00Z"),
                day == null ? null : LocalDate.parse(day),
                "Islamabad",
                true,
                "PK",
                List.of(),
                null);
    }

    private static GroupPage page(Due... deadlines) {
        return page(work(List.of(deadlines), List.of()));
    }

    private static Person person(UUID id, String name) {
        return new Person(id, name, "mail@health.example", "en", "Asia/Karachi", null);
    }

    private static GroupPage page(GroupWork work) {
        return GroupPage.of(group(), work, PEOPLE, NOW);
    }

    private static GroupRow group() {
        return group(List.of(
                member(AYESHA, "PK", MemberRole.MEMBER, MemberStatus.NOMINATED),
                member(GONE, "PK", MemberRole.CO_CHAIR, MemberStatus.ENDED),
                member(RANA, "PS", MemberRole.CO_CHAIR, MemberStatus.ACTIVE)));
    }

    private static GroupRow group(List<Member> members) {
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
                members,
                List.of(
                        new EmptySeat("PK", MemberRole.CO_CHAIR),
                        new EmptySeat("PK", MemberRole.MEMBER),
                        new EmptySeat("PK", MemberRole.MEMBER)),
                new GroupState(null, null, null, List.of(), Grounds.STANDING, null));
    }

    private static GroupWork work(List<Due> deadlines, List<Moved> moves) {
        return new GroupWork(Dues.of(deadlines), moves, List.of(), List.of(), Kin.NONE, List.of());
    }

    private static Member member(UUID person, String party, MemberRole role, MemberStatus status) {
        return member(person, party, role, status, List.of());
    }

    private static Member member(
            UUID person, String party, MemberRole role, MemberStatus status, List<Absence> absences) {
        return new Member(
                UUID.randomUUID(), person, party, party, role, status, null, null, null, null, absences, null, null);
    }

    /** One of Pakistan's, whose last day ends in Hebron. */
    private static Due due(String title, DeadlineStatus status, @Nullable String lastDay) {
        var day = lastDay == null ? null : LocalDate.parse(lastDay);
        var at = day == null ? null : day.atTime(21, 0).toInstant(ZoneOffset.UTC);
        return new Due(
                UUID.randomUUID(),
                "DELIVERY",
                null,
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
