package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.notifications.Api.asRegistrar;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

/** Nobody is left to believe what is not true any more. */
@NotificationsTest
class OverTest {

    private static final String TITLE = "Establish the Pakistan–Palestine Health Working Group";

    @ParameterizedTest
    @CsvSource({
        "cancelled, CANCELLED, Now: cancelled",
        "lapsed, LAPSED, Now: lapsed",
        "paused, PAUSED, 'Now: suspended, nothing is due at present'"
    })
    void who_was_told_is_told_once_that_nothing_is_due_any_more_and_why(String event, String status, String now) {
        var story = told();

        story.tell("deadline." + event);
        assertThat(notices(story)).isEmpty();
        story.afterAWhile();
        story.tell("deadline." + event);
        story.afterAWhile();

        assertThat(notices(story)).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Not due any more: " + TITLE);
            assertThat(mail.text())
                    .contains("Something of which you were told is not due any more.")
                    .contains("Before: Friday, 17 October 2025", now, "Because: ");
        });
        assertThat(story.alerts()).contains("PK OVER plan 1 ACTIVE", "PS OVER plan 1 ACTIVE");
        asRegistrar()
                .get("/api/v1/alerts?deadline={id}&recipient={person}&state=ACTIVE", story.id("d001"), story.id("f001"))
                .then()
                .statusCode(200)
                .body("items[0].level", equalTo("OVER"))
                .body("items[0].moved.from", equalTo("2025-10-17"))
                .body("items[0].moved.to", equalTo(null))
                .body("items[0].moved.over", equalTo(status));
    }

    @Test
    void who_was_told_nothing_has_nothing_to_take_back() {
        var story = Story.begin().withEverybody();

        story.tell("deadline.cancelled");
        story.afterAWhile();

        assertThat(story.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"met", "waived"})
    void of_what_is_settled_they_alone_are_told_to_whom_it_was_escalated(String event) {
        var story = told();
        story.tell("deadline." + event);
        story.afterAWhile();
        assertThat(notices(story)).isEmpty();

        var late = told().at("2025-10-20T04:00:00Z").at("2025-10-26T07:00:00Z");
        assertThat(late.post()).contains("ayesha T+7, escalated", "zuhair T+7, escalated");
        late.tell("deadline." + event);
        late.afterAWhile();

        assertThat(notices(late)).hasSize(2).allSatisfy(mail -> assertThat(mail.subject())
                .isEqualTo((event.equals("met") ? "Done: " : "Not due any more: ") + TITLE));
    }

    @Test
    void what_is_due_again_within_minutes_was_never_over() {
        var story = told();

        story.tell("deadline.paused");
        story.tell("deadline.reopened");
        story.afterAWhile();

        assertThat(notices(story)).isEmpty();
        assertThat(story.post()).noneMatch(mail -> mail.endsWith("Moved"));
    }

    @Test
    void what_is_due_again_later_is_told_with_its_day_and_the_end_of_it_ends() {
        var story = told();
        story.tell("deadline.paused");
        story.afterAWhile();

        story.tell("deadline.resumed");
        story.afterAWhile();

        assertThat(story.alerts()).contains("PK OVER plan 1 ENDED SUPERSEDED", "PK CHANGED plan 2 ACTIVE");
        assertThat(story.mails().getLast().text()).contains("Before: not known", "Now: Monday, 27 October 2025");
        story.tell("deadline.cancelled", deadline -> deadline.put("scheduleNo", 2));
        story.afterAWhile();
        assertThat(notices(story)).as("twice over, told twice to each").hasSize(4);
    }

    @Test
    void a_move_that_was_not_told_yet_goes_under_in_the_end_of_it_all() {
        var story = told();

        story.tell("deadline.rescheduled");
        story.tell("deadline.cancelled", deadline -> deadline.put("scheduleNo", 2));
        story.afterAWhile();

        assertThat(notices(story)).hasSize(2);
        assertThat(story.post()).noneMatch(mail -> mail.endsWith("Moved"));
    }

    @Test
    void who_has_left_meanwhile_is_not_told() {
        var story = told();

        story.tell("deadline.cancelled");
        story.tell(
                "working-group.constituted", group -> group.withArray("members").remove(1));
        story.afterAWhile();

        assertThat(notices(story)).singleElement().satisfies(mail -> assertThat(mail.to())
                .containsExactly(story.mailbox("ayesha")));
    }

    /** Everybody was told T-14 of 17 October. */
    private static Story told() {
        return Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
    }

    private static List<ReceivedMail> notices(Story story) {
        return story.mails().stream()
                .filter(mail -> mail.subject().matches("(Not due any more|Done): .*"))
                .toList();
    }
}
