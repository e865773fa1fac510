package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.workinggroups.meeting.Table.ok;
import static org.moutracker.workinggroups.meeting.Table.read;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class EndSilenceTest {

    private static final String TOPIC = "mou.invitations.state.v1";
    private static final Instant CIRCULATED = Instant.parse("2025-11-17T06:00:00Z");
    private static final Instant END = Instant.parse("2025-12-01T22:00:00Z");

    @Inject
    Rows rows;

    private final Instant morning = TestStack.clock().instant();

    @BeforeEach
    void go_to_the_day_of_the_minutes() {
        TestStack.clock().set(CIRCULATED);
    }

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void silence_of_whoever_was_told_is_agreement_once_its_time_is_over() {
        var table = Table.meeting(rows);
        var meeting = table.circulated("2025-11-10");
        told(meeting, table.pk(), CIRCULATED.plusSeconds(5));
        told(meeting, table.ps(), CIRCULATED.plusSeconds(6));
        awaitTold(meeting, 2);

        TestStack.clock().set(END.minusMillis(1));
        marker();
        assertThat(read(meeting).getString("status")).isEqualTo("MINUTES_CIRCULATED");
        TestStack.clock().set(END);

        await().untilAsserted(
                        () -> assertThat(read(meeting).getString("status")).isEqualTo("MINUTES_AGREED"));
        assertThat(read(meeting).getList("minutes.positions.bySilence")).containsOnly(true);
        assertThat(table.deadlines("MINUTES").getList("items.status"))
                .containsExactlyInAnyOrder("LAPSED", "LAPSED", "MET");
        TestStack.clock().set(END.plusSeconds(3600));
        marker();
        assertThat(agreed(meeting)).isEqualTo(1);
    }

    @Test
    void a_side_that_nobody_was_shown_to_be_told_holds_it_up_and_it_says_why() {
        var table = Table.meeting(rows);
        var meeting = table.circulated("2025-11-10");
        told(meeting, table.pk(), CIRCULATED.plusSeconds(5));
        awaitTold(meeting, 1);

        TestStack.clock().set(END.plusSeconds(86_400));

        await().untilAsserted(() ->
                assertThat(read(meeting).getList("minutes.positions.position")).containsExactly("AGREED", "SILENT"));
        assertThat(read(meeting).getString("status")).isEqualTo("MINUTES_CIRCULATED");
        assertThat(read(meeting).getList("minutes.waitingFor"))
                .containsExactly("nobody of PS was shown to be told, so that its silence says nothing");
        assertThat(table.deadlines("MINUTES").getList("items.status"))
                .containsExactlyInAnyOrder("LAPSED", "ACTIVE", "MET");

        // It is heard late that PS was told in time.
        told(meeting, table.ps(), END.minusSeconds(60));

        await().untilAsserted(
                        () -> assertThat(read(meeting).getString("status")).isEqualTo("MINUTES_AGREED"));
        assertThat(agreed(meeting)).isEqualTo(1);
    }

    @Test
    void a_side_that_has_spoken_is_not_silent() {
        var table = Table.meeting(rows);
        var meeting = table.circulated("2025-11-10");
        told(meeting, table.pk(), CIRCULATED.plusSeconds(5));
        told(meeting, table.ps(), CIRCULATED.plusSeconds(6));
        awaitTold(meeting, 2);
        ok(meeting, "minutes/dispute", "{\"side\": \"PS\", \"reason\": \"item 2\"}");

        TestStack.clock().set(END.plusSeconds(86_400));
        marker();

        assertThat(read(meeting).getString("status")).isEqualTo("MINUTES_DISPUTED");
        assertThat(agreed(meeting)).isZero();
    }

    @Test
    void it_stands_while_all_agreements_are_suspended_like_the_deadlines_of_the_sides() {
        var table = Table.meeting(rows);
        var meeting = table.circulated("2025-11-10");
        told(meeting, table.pk(), CIRCULATED.plusSeconds(5));
        told(meeting, table.ps(), CIRCULATED.plusSeconds(6));
        awaitTold(meeting, 2);
        suspended(table, Map.of("since", "2025-11-20", "areas", List.of()));
        await().untilAsserted(() -> assertThat(read(meeting).getList("minutes.waitingFor", String.class))
                .isNotEmpty()
                .allMatch(one -> one.contains("are suspended")));
        assertThat(table.deadlines("MINUTES").getList("items.status"))
                .containsExactlyInAnyOrder("PAUSED", "PAUSED", "MET");

        TestStack.clock().set(END.plusSeconds(3600));
        marker();
        assertThat(read(meeting).getString("status")).isEqualTo("MINUTES_CIRCULATED");

        suspended(table, Map.of("since", "2025-11-20", "until", "2025-12-02", "areas", List.of()));
        await().untilAsserted(() ->
                assertThat(read(meeting).getString("minutes.agreeBy")).isEqualTo("2025-12-13T22:00:00Z"));
        assertThat(table.deadlines("MINUTES").getList("items.findAll { it.status == 'ACTIVE' }.dueAt"))
                .containsExactly("2025-12-13T22:00:00Z", "2025-12-13T22:00:00Z");
        assertThat(Api.get("/api/v1/meetings/" + meeting + "/history").getList("items.cause"))
                .contains("the silence on the minutes stands while all agreements are suspended");

        TestStack.clock().set(Instant.parse("2025-12-13T22:00:00Z"));
        await().untilAsserted(
                        () -> assertThat(read(meeting).getString("status")).isEqualTo("MINUTES_AGREED"));
        assertThat(table.deadlines("MINUTES").getList("items.status"))
                .containsExactlyInAnyOrder("LAPSED", "LAPSED", "MET");
    }

    private static void suspended(Table table, Map<String, Object> suspension) {
        Broker.tell(table.seed().signed().with("suspensions", List.of(suspension)));
    }

    @Test
    void an_answer_by_mail_counts_when_it_is_later_than_one_that_was_given_here() {
        var table = Table.meeting(rows);
        var meeting = table.convened("2025-12-10");
        var person = table.pk().getString("person.id");
        ok(meeting, "replies", "{\"person\": \"%s\", \"answer\": \"TENTATIVE\"}".formatted(person));

        var invitation = UUID.randomUUID();
        answered(invitation, meeting, person, "DECLINED", CIRCULATED.minusSeconds(60));
        answered(UUID.randomUUID(), meeting, table.ps().getString("person.id"), "ACCEPTED", CIRCULATED);
        await().untilAsserted(() ->
                assertThat(read(meeting).getList("invitees.answer")).containsExactly("TENTATIVE", "ACCEPTED"));
        answered(invitation, meeting, person, "DECLINED", CIRCULATED.plusSeconds(60));

        await().untilAsserted(() ->
                assertThat(read(meeting).getString("invitees[0].answer")).isEqualTo("DECLINED"));
        await().untilAsserted(() -> assertThat(Broker.told("mou.meetings.v1", meeting))
                .filteredOn(told -> told.type().equals("mou.meeting.answered.v1"))
                .hasSize(3));
    }

    private static void told(String meeting, JsonPath member, Instant at) {
        Broker.send(Sample.of("mou.invitation.minutes-delivered.v1")
                .subject(UUID.randomUUID())
                .with("meetingId", meeting)
                .with("personId", member.getString("person.id"))
                .with("minutesRound", 1)
                .with("minutesDeliveredAt", at.toString())
                .with("answer", "NEEDS_ACTION")
                .with("answeredAt", null)
                .record(TOPIC));
    }

    private static void answered(UUID invitation, String meeting, String person, String answer, Instant at) {
        Broker.send(Sample.of("mou.invitation.answered.v1")
                .subject(invitation)
                .with("meetingId", meeting)
                .with("personId", person)
                .with("answer", answer)
                .with("answeredAt", at.toString())
                .record(TOPIC));
    }

    private static void awaitTold(String meeting, int sides) {
        await().untilAsserted(() -> assertThat(read(meeting).getList("minutes.positions.toldAt", String.class).stream()
                        .filter(java.util.Objects::nonNull))
                .hasSize(sides));
    }

    /** Waits until the engine has looked at a silence that ends with or after every other of the test. */
    private void marker() {
        var marker = Table.meeting(rows).circulated("2025-11-10");
        try {
            rows.execute("UPDATE meeting SET silence_ends_at = '%s' WHERE id = '%s'"
                    .formatted(TestStack.clock().instant(), marker));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        await().untilAsserted(() -> assertThat(
                        rows.ask("SELECT silence_ends_at FROM meeting WHERE id = '%s'".formatted(marker)))
                .isNull());
    }

    private static long agreed(String meeting) {
        return Broker.told("mou.meetings.v1", meeting).stream()
                .filter(told -> told.type().equals("mou.meeting.minutes-agreed.v1"))
                .count();
    }
}
