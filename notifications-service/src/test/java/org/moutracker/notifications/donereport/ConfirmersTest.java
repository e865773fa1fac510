package org.moutracker.notifications.donereport;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.plan.Ladder;
import org.moutracker.notifications.plan.Plan;
import org.moutracker.notifications.plan.Silenced;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.plan.Standby;
import org.moutracker.notifications.recipient.Person;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.responsibility.Officer;
import org.moutracker.notifications.workinggroup.Absence;
import org.moutracker.notifications.workinggroup.Member;
import org.moutracker.notifications.workinggroup.Role;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmersTest {

    private static final Instant NOW = Instant.parse("2025-10-03T04:00:00Z");
    private static final UUID REPORTER = id(1);
    private static final UUID SECRETARY = id(2);
    private static final UUID OTHERS_SECRETARY = id(3);
    private static final UUID CHAIR = id(4);
    private static final UUID FOCAL_POINT = id(5);
    private static final UUID OFFICER = id(6);
    private static final UUID EXPERT = id(7);
    private static final Member REPORTING = member(REPORTER, "PK", Role.MEMBER);

    @Test
    void the_secretaries_of_the_own_side_are_asked_before_all_others() {
        var around = around(
                null,
                REPORTING,
                member(SECRETARY, "PK", Role.SECRETARY),
                member(OTHERS_SECRETARY, "PS", Role.SECRETARY),
                member(CHAIR, "PK", Role.CO_CHAIR));

        assertThat(asked(around)).containsExactly(SECRETARY);
    }

    @Test
    void else_those_of_the_other_side_unless_it_is_internal() {
        var members = new Member[] {
            REPORTING,
            member(OTHERS_SECRETARY, "PS", Role.SECRETARY),
            member(CHAIR, "PK", Role.CO_CHAIR),
            member(FOCAL_POINT, "PK", Role.FOCAL_POINT),
            member(EXPERT, "PK", Role.EXPERT)
        };

        assertThat(asked(around(null, members))).containsExactly(OTHERS_SECRETARY);
        assertThat(asked(around("PK", members))).containsExactly(CHAIR, FOCAL_POINT);
    }

    @Test
    void without_any_of_them_the_officers_who_are_named_for_that_day_are_asked() {
        assertThat(asked(around(null, REPORTING))).containsExactly(OFFICER);
        assertThat(asked(around(null))).containsExactly(OFFICER);
    }

    @Test
    void nobody_confirms_what_he_has_reported_himself() {
        assertThat(asked(around(null, member(REPORTER, "PK", Role.SECRETARY), member(CHAIR, "PK", Role.CO_CHAIR))))
                .containsExactly(CHAIR);
    }

    @Test
    void whom_no_mail_may_reach_is_passed_over() {
        var around = around(
                null, REPORTING, member(new UUID(9, 9), "PK", Role.SECRETARY), member(CHAIR, "PK", Role.CO_CHAIR));

        assertThat(asked(around)).containsExactly(CHAIR);
    }

    @Test
    void in_place_of_whoever_is_away_his_deputy_is_asked_and_may_decide() {
        var around = around(
                null,
                REPORTING,
                away(SECRETARY, FOCAL_POINT),
                away(FOCAL_POINT, EXPERT),
                member(EXPERT, "PK", Role.EXPERT));

        assertThat(asked(around)).containsExactly(EXPERT);
        assertThat(Confirmers.of(around, NOW).mayDecide(EXPERT)).isTrue();
        assertThat(Confirmers.of(around, NOW.plus(Duration.ofDays(30))).mayDecide(EXPERT))
                .isTrue();
    }

    @Test
    void whoever_is_away_is_asked_himself_where_nobody_else_stands_in() {
        assertThat(asked(around(null, REPORTING, away(SECRETARY, null)))).containsExactly(SECRETARY);
        assertThat(asked(around(null, REPORTING, away(SECRETARY, REPORTER)))).containsExactly(SECRETARY);
        assertThat(asked(around(null, REPORTING, away(SECRETARY, new UUID(9, 9)))))
                .containsExactly(SECRETARY);
        assertThat(asked(around(null, REPORTING, away(SECRETARY, CHAIR), away(CHAIR, SECRETARY))))
                .containsExactly(SECRETARY, CHAIR);
    }

    @Test
    void a_deputy_is_not_asked_on_other_days() {
        var around = around(null, REPORTING, away(SECRETARY, EXPERT));

        assertThat(Confirmers.of(around, NOW.minus(Duration.ofDays(30))).asked(REPORTER, "PK"))
                .containsExactly(SECRETARY);
    }

    @Test
    void only_who_answers_for_it_may_decide() {
        var confirmers = Confirmers.of(
                around(null, REPORTING, member(SECRETARY, "PK", Role.SECRETARY), member(EXPERT, "PK", Role.EXPERT)),
                NOW);

        assertThat(confirmers.mayDecide(SECRETARY)).isTrue();
        assertThat(confirmers.mayDecide(OFFICER)).isTrue();
        assertThat(confirmers.mayDecide(EXPERT)).isFalse();
        assertThat(confirmers.mayDecide(CHAIR)).isFalse();
    }

    @Test
    void a_report_is_decided_once() {
        var report = DoneReport.of(said("2025-10-03"), around(null, REPORTING), NOW);
        var by = new Decider(null, "registrar");

        var confirmed = report.confirm(by, NOW);
        assertThat(confirmed.state()).isEqualTo(DoneReportStatus.CONFIRMED);
        assertThat(confirmed.version()).isEqualTo(2);
        assertThatThrownBy(() -> confirmed.confirm(by, NOW)).isInstanceOf(RuleViolated.class);
        assertThatThrownBy(() -> confirmed.decline(by, "no", NOW)).hasMessageContaining("confirmed already");
        assertThatThrownBy(() -> report.decline(by, "no", NOW).confirm(by, NOW)).isInstanceOf(RuleViolated.class);
    }

    @Test
    void nothing_was_done_tomorrow_by_the_clock_of_whoever_says_so() {
        var around = around(null, REPORTING);
        var evening = Instant.parse("2025-10-03T20:00:00Z"); // the day after in Karachi

        assertThat(DoneReport.of(said("2025-10-04"), around, evening).on()).isEqualTo("2025-10-04");
        assertThatThrownBy(() -> DoneReport.of(said("2025-10-05"), around, evening))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void nothing_was_done_before_that_from_which_the_day_is_counted() {
        var counted =
                reckoned(new Deadline.Explained("STATEMENT_MADE", "2025-09-17", "the day of the event is not counted"));

        assertThat(DoneReport.of(said("2025-09-17"), counted, NOW).on()).isEqualTo("2025-09-17");
        assertThatThrownBy(() -> DoneReport.of(said("2025-09-16"), counted, NOW))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("2025-09-17");
    }

    @Test
    void a_printed_day_or_one_that_comes_later_is_nothing_that_must_happen_first() {
        var printed = reckoned(new Deadline.Explained("ON 2025-09-17", "2025-09-17", "a printed date"));
        var backwards = reckoned(new Deadline.Explained("EXPIRY", "2025-12-31", "the day of the event is not counted"));

        assertThat(DoneReport.of(said("2025-09-16"), printed, NOW).on()).isEqualTo("2025-09-16");
        assertThat(DoneReport.of(said("2025-09-16"), backwards, NOW).on()).isEqualTo("2025-09-16");
    }

    @Test
    void that_nothing_was_heard_is_nothing_to_be_done() {
        var watch = around("STAGNATION", null, List.of(REPORTING));

        assertThatThrownBy(() -> DoneReport.of(said("2025-10-03"), watch, NOW)).isInstanceOf(RuleViolated.class);
    }

    private static NewDoneReport said(String on) {
        var content = new AlertContent(
                null,
                1,
                null,
                "Send the list",
                null,
                null,
                null,
                LocalDate.EPOCH,
                NOW,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null);
        return new NewDoneReport(id(8), REPORTER, "PK", ZoneId.of("Asia/Karachi"), LocalDate.parse(on), null, content);
    }

    private static List<UUID> asked(Situation situation) {
        return Confirmers.of(situation, NOW).asked(REPORTER, "PK");
    }

    private static Situation around(@Nullable String internalTo, Member... members) {
        return around("ACTION", internalTo, Arrays.asList(members));
    }

    private static Situation reckoned(Deadline.Explained first) {
        return around("ACTION", null, List.of(REPORTING), List.of(first));
    }

    private static Situation around(String kind, @Nullable String internalTo, List<Member> members) {
        return around(kind, internalTo, members, List.of());
    }

    private static Situation around(
            String kind, @Nullable String internalTo, List<Member> members, List<Deadline.Explained> explanation) {
        var deadline = new Deadline(
                id(10),
                kind,
                "Send the list",
                null,
                id(11),
                DeadlineStatus.ACTIVE,
                null,
                LocalDate.parse("2025-10-17"),
                Instant.parse("2025-10-17T19:00:00Z"),
                1,
                NOW,
                explanation,
                null,
                List.of(),
                null,
                internalTo);
        var officers = List.of(
                new Officer(OFFICER, Officer.Role.LEAD, LocalDate.parse("2025-01-01"), null),
                new Officer(EXPERT, Officer.Role.OFFICER, LocalDate.parse("2025-01-01"), LocalDate.parse("2025-10-02")),
                new Officer(CHAIR, Officer.Role.OFFICER, LocalDate.parse("2025-10-04"), null));
        var known = Stream.of(REPORTER, SECRETARY, OTHERS_SECRETARY, CHAIR, FOCAL_POINT, OFFICER, EXPERT);
        return new Situation(
                new Plan(deadline.id(), 1, 1, true, Ladder.of(List.of(-14)), NOW, true, null, null, 1),
                deadline,
                null,
                null,
                members,
                known.collect(toMap(person -> person, ConfirmersTest::recipient)),
                Map.of(),
                new Standby(null, officers, Map.of()),
                new Silenced(Map.of(), Map.of()));
    }

    private static Recipient recipient(UUID id) {
        return new Recipient(new Person(id, "Somebody", id + "@health.example", "en", null, null, List.of()), true);
    }

    private static Member member(UUID person, String side, Role role) {
        return new Member(id(11), person, side, side, role, NOW, List.of());
    }

    /** A secretary who is away that day. */
    private static Member away(UUID person, @Nullable UUID deputy) {
        var day = LocalDate.parse("2025-10-03");
        return new Member(
                id(11), person, "PK", "PK", Role.SECRETARY, NOW, List.of(new Absence(day.minusDays(1), day, deputy)));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
