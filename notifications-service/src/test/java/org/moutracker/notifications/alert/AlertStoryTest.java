package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class AlertStoryTest {

    @Test
    void each_step_reaches_each_responsible_once_on_his_own_morning() {
        var story = Story.begin().withEverybody();

        assertThat(story.post()).isEmpty();
        assertThat(story.at("2025-10-02T05:59:59Z").post()).isEmpty();
        assertThat(story.at("2025-10-02T06:00:00Z").post()).containsExactly("zuhair T-14");
        assertThat(story.at("2025-10-03T04:00:00Z").post()).hasSize(2).contains("ayesha T-14");
        assertThat(story.at("2025-10-09T06:00:00Z").post()).hasSize(3).contains("zuhair T-7");
        assertThat(story.at("2025-10-10T04:00:00Z").post()).hasSize(4).contains("ayesha T-7");
        assertThat(story.at("2025-10-14T04:00:00Z").post()).hasSize(5).contains("ayesha T-3");
        assertThat(story.at("2025-10-14T06:00:00Z").post()).hasSize(6).contains("zuhair T-3");
        assertThat(story.at("2025-10-16T04:00:00Z").post()).hasSize(7).contains("ayesha T-1");
        assertThat(story.at("2025-10-16T06:00:00Z").post()).hasSize(8).contains("zuhair T-0");
        assertThat(story.at("2025-10-17T04:00:00Z").post()).hasSize(9).contains("ayesha T-0");
        assertThat(story.at("2025-10-17T20:59:59Z").post()).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void once_it_is_met_nobody_is_told_any_more_and_what_was_told_is_over() {
        var story = Story.begin().withEverybody().at("2025-10-14T06:00:00Z");
        var told = story.post();

        story.tell("deadline.met");

        assertThat(story.at("2025-12-31T00:00:00Z").post()).isEqualTo(told).hasSize(2);
        assertThat(story.alerts()).hasSize(2).allSatisfy(alert -> assertThat(alert)
                .endsWith("T-3 plan 1 ENDED SATISFIED"));
    }

    @Test
    void a_waiver_cancels_what_was_told() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        story.tell("deadline.waived");

        assertThat(story.alerts()).hasSize(2).allSatisfy(alert -> assertThat(alert)
                .endsWith("ENDED CANCELLED"));
        assertThat(story.at("2025-12-31T00:00:00Z").post()).hasSize(2);
    }

    @Test
    void a_move_begins_anew_and_repeats_no_step_that_is_past() {
        var story = Story.begin().withEverybody().at("2025-10-10T07:00:00Z");
        assertThat(story.post()).containsExactlyInAnyOrder("zuhair T-7", "ayesha T-7");

        story.tell("deadline.rescheduled");

        assertThat(story.alerts()).allSatisfy(alert -> assertThat(alert).endsWith("plan 1 ENDED SUPERSEDED"));
        assertThat(story.at("2025-10-16T06:00:00Z").post()).hasSize(3).contains("zuhair T-14");
        assertThat(story.at("2025-10-17T04:00:00Z").post()).hasSize(4).contains("ayesha T-14");
        assertThat(story.alerts())
                .filteredOn(alert -> alert.endsWith("T-14 plan 2 ACTIVE"))
                .hasSize(2);
    }

    @Test
    void a_missed_day_is_told_on_the_next_and_escalates_after_a_week_and_then_weekly_four_times_at_most() {
        var story = Story.begin().withEverybody();
        story.tell("working-group.constituted", group -> {
            var member = ((ObjectNode) group.get("members").get(0)).deepCopy();
            member.put("id", java.util.UUID.randomUUID().toString());
            member.put("personId", story.id("f003")).put("role", "MEMBER");
            group.withArray("members").add(member);
        });
        story.tell("person.changed", person -> {
            person.put("id", story.id("f003")).put("email", story.mailbox("bilal"));
            person.put("name", "Bilal Ahmed");
        });
        story.at("2025-10-17T04:00:00Z");
        var before = story.post().size();

        story.at("2025-10-20T04:00:00Z");
        assertThat(story.post().subList(before, before + 3))
                .containsExactlyInAnyOrder("zuhair T+1", "ayesha T+1", "bilal T+1");
        story.at("2025-10-26T07:00:00Z");
        assertThat(story.post().subList(before + 3, before + 6))
                .containsExactlyInAnyOrder("zuhair T+7, escalated", "ayesha T+7, escalated", "bilal T+7");
        for (var week : new String[] {"2025-11-02", "2025-11-09", "2025-11-16", "2025-11-23"}) {
            story.at(week + "T07:00:00Z");
        }
        assertThat(story.at("2026-06-01T00:00:00Z").post())
                .hasSize(before + 3 * 6)
                .contains("ayesha T+35, escalated");
    }

    @Test
    void what_is_reopened_is_told_anew_from_then_on() {
        var story = Story.begin().withEverybody().at("2025-10-14T06:00:00Z");
        story.tell("deadline.met");
        story.at("2025-10-15T06:30:00Z");

        story.tell("deadline.reopened");

        assertThat(story.post()).hasSize(2);
        assertThat(story.at("2025-10-16T06:00:00Z").post()).hasSize(4).contains("ayesha T-1", "zuhair T-0");
        assertThat(story.alerts())
                .filteredOn(alert -> alert.endsWith("plan 2 ACTIVE"))
                .hasSize(2);
    }

    @Test
    void steps_that_were_past_when_it_became_known_are_made_up_for_by_the_last_of_them() {
        var story = Story.begin().withTheGroup().at("2025-10-11T12:00:00Z");

        story.tell("deadline.opened");

        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-7", "zuhair T-7");
    }

    @Test
    void who_joins_later_is_not_told_what_was_past_by_then() {
        var story = Story.begin();
        story.tell("agreement.entered-into-force");
        story.tell("deadline.opened");
        story.at("2025-10-14T05:00:00Z");
        story.tell("person.changed");
        story.tell("working-group.member-nominated");

        assertThat(story.post()).isEmpty();
        assertThat(story.at("2025-10-16T04:00:00Z").post()).containsExactly("ayesha T-1");
    }

    @Test
    void who_leaves_is_not_told_any_more() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        story.tell(
                "working-group.constituted", group -> group.withArray("members").remove(1));

        assertThat(story.alerts()).anyMatch(alert -> alert.startsWith("PS ") && alert.endsWith("ENDED CANCELLED"));
        assertThat(story.at("2025-10-10T04:00:00Z").post()).hasSize(3).endsWith("ayesha T-7");
    }

    @Test
    void an_address_that_comes_late_is_told_the_latest_step_and_only_that() {
        var story = Story.begin();
        story.tell("agreement.entered-into-force");
        story.tell("working-group.member-nominated");
        story.tell("deadline.opened");
        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");
        assertThat(story.alerts()).hasSize(2);
        assertThat(story.post()).isEmpty();

        story.tell("person.changed");

        assertThat(story.post()).containsExactly("ayesha T-7");
        assertThat(story.at("2025-10-14T04:00:00Z").post()).containsExactly("ayesha T-7", "ayesha T-3");
    }

    @Test
    void who_is_erased_is_not_told_any_more_and_his_name_is_gone() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        story.erase("f001");

        assertThat(story.at("2025-10-10T04:00:00Z").post()).hasSize(3).doesNotContain("ayesha T-7");
        assertThat(story.names()).containsExactlyInAnyOrder("unknown", "Zuhair Zaid");
    }

    @Test
    void one_mailbox_is_one_recipient_however_many_members_share_it() {
        var story = Story.begin().withEverybody();
        story.tell("person.changed", person -> {
            story.zuhair(person);
            person.put("email", story.mailbox("AYESHA"));
        });

        assertThat(story.at("2025-10-03T04:00:00Z").mails()).hasSize(1);
    }
}
