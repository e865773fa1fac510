package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class DatesInMailTest {

    @Test
    void a_reminder_puts_the_day_into_the_calendar() {
        var story = Story.begin().withEverybody();
        var mail = last(story.at("2025-10-03T04:00:00Z"));

        assertThat(calendar(mail))
                .contains("METHOD:PUBLISH\r\n")
                .contains("UID:deadline-%s@moutracker.local\r\n".formatted(story.id("d001")))
                .contains("DTSTART;VALUE=DATE:20251017\r\n")
                .contains("SEQUENCE:2\r\n")
                .contains("STATUS:CONFIRMED\r\n")
                .contains("TRANSP:TRANSPARENT\r\n")
                .doesNotContain("ATTENDEE", "ORGANIZER");
    }

    @Test
    void a_deadline_that_moves_three_times_in_five_minutes_is_one_mail_and_one_entry_in_the_right_place() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        var before = story.mails().size();

        story.send(moved(story, 2, "2025-10-31"));
        story.send(moved(story, 3, "2025-11-07"));
        story.send(moved(story, 4, "2025-11-14"));
        story.afterAWhile();

        var changed = story.mails().subList(before, story.mails().size());
        assertThat(changed).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("Moved: ");
            assertThat(calendar(mail).split("BEGIN:VEVENT", -1)).hasSize(2);
            assertThat(calendar(mail))
                    .contains("UID:deadline-%s@moutracker.local\r\n".formatted(story.id("d001")))
                    .contains("DTSTART;VALUE=DATE:20251114\r\n")
                    .contains("SEQUENCE:8\r\n");
        });
        assertThat(changed.stream().map(mail -> mail.to().getFirst())).doesNotHaveDuplicates();
    }

    @Test
    void a_day_that_is_not_known_any_more_leaves_the_calendar() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        story.tell("deadline.rescheduled", deadline -> deadline.put("status", "AWAITING_ANCHOR")
                .putNull("lastDay")
                .putNull("dueAt"));
        story.afterAWhile();

        assertThat(calendar(last(story))).contains("STATUS:CANCELLED\r\n").contains("DTSTART;VALUE=DATE:20251017\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "lapsed", "paused"})
    void what_is_not_due_any_more_leaves_the_calendar_and_comes_back_when_it_is(String event) {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        story.tell("deadline." + event);
        story.afterAWhile();
        assertThat(calendar(last(story)))
                .contains("UID:deadline-%s@moutracker.local\r\n".formatted(story.id("d001")))
                .contains("STATUS:CANCELLED\r\n", "DTSTART;VALUE=DATE:20251017\r\n", "SEQUENCE:3\r\n");

        story.tell("deadline.resumed", deadline -> deadline.put("scheduleNo", 1)
                .put("lastDay", "2025-10-17")
                .put("dueAt", "2025-10-17T21:00:00Z"));
        story.afterAWhile();
        assertThat(calendar(last(story)))
                .contains("STATUS:CONFIRMED\r\n", "DTSTART;VALUE=DATE:20251017\r\n", "SEQUENCE:4\r\n");
    }

    @Test
    void all_mails_about_one_deadline_answer_the_same_message() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        story.tell("deadline.rescheduled");
        story.afterAWhile();

        var thread = "<deadline-%s@moutracker.local>".formatted(story.id("d001"));
        assertThat(story.mails()).hasSize(4).allSatisfy(mail -> {
            assertThat(mail.header("In-Reply-To")).isEqualTo(thread);
            assertThat(mail.header("References")).isEqualTo(thread);
            assertThat(mail.header("Message-ID")).isNotEqualTo(thread);
        });
    }

    private static JsonNode moved(Story story, int scheduleNo, String lastDay) {
        return story.event("deadline.rescheduled", deadline -> {
            deadline.put("scheduleNo", scheduleNo).put("lastDay", lastDay);
            deadline.put("dueAt", lastDay + "T22:00:00Z");
            deadline.withObject("/change").put("to", lastDay);
        });
    }

    private static ReceivedMail last(Story story) {
        return story.mails().getLast();
    }

    private static String calendar(ReceivedMail mail) {
        var file = mail.attachments().stream()
                .filter(attachment -> attachment.name().equals("deadline.ics"))
                .findFirst()
                .orElseThrow();
        return new String(requireNonNull(TestStack.content(file)), UTF_8);
    }
}
