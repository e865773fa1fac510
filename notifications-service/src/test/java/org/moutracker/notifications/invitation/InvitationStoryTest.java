package org.moutracker.notifications.invitation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.ICalVersion;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.NotificationsTest;

@NotificationsTest
class InvitationStoryTest {

    @Test
    void an_invitation_is_created_moved_and_cancelled_in_the_calendar_of_another_program() {
        var story = MeetingStory.begin().convened();
        var first = MeetingStory.calendar(story.last("zuhair"));

        assertThat(first.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(first.getMethod().getValue()).isEqualTo("REQUEST");
        var event = first.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo("meeting-" + story.id + "@moutracker.local");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2025-11-10T05:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2025-11-10T09:00:00Z"));
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(Instant.parse("2025-09-17T07:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("First meeting – Pakistan–Palestine Health Working Group");
        assertThat(event.getLocation().getValue()).isEqualTo("Islamabad");
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("replies@moutracker.local");
        assertThat(event.getDescription().getValue())
                .contains("For you (Hebron): Monday, 10 November 2025, 07:00–11:00 (UTC+02:00)")
                .contains("For PK (Karachi): Monday, 10 November 2025, 10:00–14:00 (UTC+05:00)")
                .contains("UTC: Monday, 10 November 2025, 05:00–09:00 (UTC)")
                .contains("1. Plan of work (60 min)");
        assertThat(event.getAttendees()).as("he alone").hasSize(1);
        var attendee = event.getAttendees().getFirst();
        assertThat(attendee.getEmail()).isEqualTo(story.story.mailbox("zuhair"));
        assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
        assertThat(attendee.getParticipationLevel()).isEqualTo(ParticipationLevel.REQUIRED);
        assertThat(attendee.getRsvp()).isTrue();

        var moved =
                MeetingStory.calendar(story.moved().last("zuhair")).getEvents().getFirst();
        assertThat(moved.getUid()).isEqualTo(event.getUid());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2025-11-11T05:00:00Z"));

        var off = MeetingStory.calendar(story.cancelled().last("zuhair"));
        assertThat(off.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(off.getMethod().getValue()).isEqualTo("CANCEL");
        var cancelled = off.getEvents().getFirst();
        assertThat(cancelled.getUid()).isEqualTo(event.getUid());
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2025-11-11T05:00:00Z"));
        for (var person : List.of("ayesha", "zuhair")) {
            assertThat(story.post(person)).containsExactly("REQUEST 0", "REQUEST 1", "CANCEL 2");
        }
    }

    @Test
    void a_mail_says_in_words_what_its_calendar_says_and_belongs_to_one_conversation() {
        var story = MeetingStory.begin().convened().moved();
        var mails = story.mails("ayesha");
        var invited = mails.getFirst();
        var moved = mails.getLast();

        assertThat(invited.subject()).isEqualTo("Invitation: First meeting – Monday, 10 November 2025");
        assertThat(invited.text())
                .contains("Dear Ayesha Khan,")
                .contains("You are invited to this meeting.")
                .contains("Working group: Pakistan–Palestine Health Working Group")
                .contains("For you (Karachi): Monday, 10 November 2025, 10:00–14:00 (UTC+05:00)")
                .contains("For PS (Hebron): Monday, 10 November 2025, 07:00–11:00 (UTC+02:00)")
                .contains("Place: Islamabad")
                .contains("1. Plan of work (60 min)")
                .contains("Please answer with your calendar program");
        assertThat(requireNonNull(invited.html()).replaceAll("<[^>]+>", ""))
                .contains("You are invited to this meeting.")
                .contains("Place: Islamabad");
        assertThat(moved.subject()).isEqualTo("Moved: First meeting – now Tuesday, 11 November 2025");
        assertThat(moved.text())
                .contains("This meeting has moved.")
                .contains("Before: Monday, 10 November 2025, 10:00 (UTC+05:00)")
                .contains("For you (Karachi): Tuesday, 11 November 2025, 10:00–14:00 (UTC+05:00)");

        var thread = "<meeting-" + story.id + "@moutracker.local>";
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.header("In-Reply-To")).isEqualTo(thread);
            assertThat(mail.header("References")).isEqualTo(thread);
            assertThat(mail.header("Reply-To")).isEqualTo("replies@moutracker.local");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.attachments())
                    .extracting(part -> part.contentType().split(";", 2)[0])
                    .containsExactly("text/calendar", "application/ics");
            assertThat(mail.attachments().getFirst().contentType()).containsIgnoringCase("method=REQUEST");
            assertThat(MeetingStory.text(mail.attachments().getLast()))
                    .isEqualTo(MeetingStory.text(mail.attachments().getFirst()));
        });
        assertThat(invited.header("Message-ID")).isNotEqualTo(moved.header("Message-ID"));
        assertThat(invited.text()).as("nobody else's address").doesNotContain(story.story.mailbox("zuhair"));
        assertThat(MeetingStory.text(invited.attachments().getFirst())).doesNotContain(story.story.mailbox("zuhair"));
    }

    @Test
    void hostile_words_stay_words() {
        var story = MeetingStory.begin();
        story.story.tell("person.changed", person -> person.put("name", "Dr. \"A\": Khan; ^nRole=CHAIR\r\nX-A:1"));
        story.tell("convened", meeting -> {
            meeting.put("status", "CONVENED");
            meeting.put("title", "First\r\nBcc: spy@evil.example\u0085\r\nEND:VEVENT <img src=x> ایجنڈا");
            meeting.put("place", "Room; 1, \\n floor\u20282");
            meeting.withArray("agenda").removeAll().addObject().put("number", 1).put("title", "a\nBEGIN:VALARM");
        });
        var mail = story.last("ayesha");
        var calendar = MeetingStory.calendar(mail);

        assertThat(mail.headers()).doesNotContainKeys("Bcc", "X-A");
        assertThat(mail.html()).doesNotContain("<img");
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents()).hasSize(1);
        var event = calendar.getEvents().getFirst();
        assertThat(event.getSummary().getValue())
                .startsWith("First Bcc: spy@evil.example END:VEVENT <img src=x> ایجنڈا");
        assertThat(event.getLocation().getValue()).isEqualTo("Room; 1, \\n floor 2");
        assertThat(event.getAlarms()).isEmpty();
        assertThat(event.getAttendees().getFirst().getCommonName()).startsWith("Dr. 'A': Khan;");
        assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo(story.story.mailbox("ayesha"));
    }

    @Test
    void a_change_of_words_is_told_after_a_while_once_and_keeps_its_sequence() {
        var story = MeetingStory.begin().convened();
        story.tell("changed", meeting -> agenda(meeting, "Plan"));
        story.tell("changed", meeting -> agenda(meeting, "Plan of work for a year"));
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0");

        story.afterAWhile();

        assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "REQUEST 0");
        assertThat(story.deliveries("f001")).containsExactly("ACCEPTED", "CLOSED SUPERSEDED", "ACCEPTED");
        var stamps = story.mails("ayesha").stream()
                .map(mail -> MeetingStory.calendar(mail)
                        .getEvents()
                        .getFirst()
                        .getDateTimeStamp()
                        .getValue()
                        .toInstant())
                .toList();
        assertThat(stamps)
                .as("the later is the newer, also while the clock stands")
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(story.last("ayesha").subject()).startsWith("Changed: ");

        story.tell("changed", meeting -> agenda(meeting, "Another"));
        story.tell("changed", meeting -> agenda(meeting, "Plan of work for a year"));
        story.afterAWhile();
        assertThat(story.post("ayesha")).as("there and back is nothing").hasSize(2);
    }

    private static void agenda(ObjectNode meeting, String title) {
        meeting.withArray("agenda").removeAll().addObject().put("number", 1).put("title", title);
    }

    @Test
    void who_becomes_known_later_is_invited_then_and_nobody_to_what_has_begun() {
        var story = MeetingStory.beginUnheard();
        story.story.tell("person.changed");
        story.convened();
        assertThat(story.post("ayesha")).as("the group has no name yet").isEmpty();

        story.story.tell("working-group.constituted");
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0");
        assertThat(story.post("zuhair")).isEmpty();

        story.story.tell("person.changed", person -> {
            story.story.zuhair(person);
            person.putNull("email");
        });
        assertThat(story.post("zuhair")).isEmpty();
        story.story.tell("person.changed", story.story::zuhair);
        assertThat(story.post("zuhair")).containsExactly("REQUEST 0");
        story.story.tell("person.changed", story.story::zuhair);
        assertThat(story.post("zuhair")).containsExactly("REQUEST 0");

        var late = MeetingStory.begin();
        TestStack.clock().set(Instant.parse("2025-11-10T05:00:00Z"));
        late.convened();
        assertThat(late.post("ayesha")).isEmpty();
        assertThat(late.deliveries("f001")).isEmpty();
    }

    @Test
    void what_waits_is_not_sent_once_it_is_not_true_any_more() {
        var story = MeetingStory.begin().convened();
        story.change("state = 'RETRY_WAIT', next_attempt_at = now() + interval '1 hour'", "true");
        // As if the server had never heard of them.
        story.forgetAttempts();

        story.cancelled();

        assertThat(story.deliveries("f001"))
                .as("he knows of nothing that could be withdrawn")
                .containsExactly("CLOSED CANCELLED");
        assertThat(story.post("ayesha")).hasSize(1);
    }

    @Test
    void what_may_have_arrived_is_withdrawn() {
        var story = MeetingStory.begin().convened();
        story.change("state = 'UNCERTAIN', next_attempt_at = NULL", "true");
        story.forgetAttempts();

        story.cancelled();

        assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "CANCEL 1");
    }

    @Test
    void an_invitation_that_waits_too_long_expires_with_the_meeting() {
        var story = MeetingStory.begin().convened();
        story.change("state = 'RETRY_WAIT', next_attempt_at = now() + interval '2 seconds'", "true");
        TestStack.clock().set(Instant.parse("2025-11-10T05:00:00Z"));

        await().untilAsserted(() -> assertThat(story.deliveries("f001")).containsExactly("CLOSED EXPIRED"));
        assertThat(story.post("ayesha")).hasSize(1);
    }

    @Test
    void an_invitation_over_which_the_sender_died_is_sent_again_as_the_same_message() {
        var story = MeetingStory.begin().convened();
        assertThat(story.mails("ayesha")).hasSize(1);

        story.change("state = 'SENDING', lease_until = clock_timestamp() - interval '1 second'", "true");

        await().untilAsserted(() -> assertThat(story.mails("ayesha")).hasSize(2));
        assertThat(story.mails("ayesha").stream()
                        .map(InvitationStoryTest::bytes)
                        .distinct())
                .hasSize(1);
        await().untilAsserted(() -> assertThat(story.deliveries("f001")).containsExactly("ACCEPTED"));
        await().untilAsserted(() -> assertThat(story.events("f001")).contains("delivered 0 NEEDS_ACTION"));
    }

    private static String bytes(ReceivedMail mail) {
        return mail.headers()
                + mail.text()
                + mail.html()
                + MeetingStory.text(mail.attachments().getFirst())
                + MeetingStory.text(mail.attachments().getLast());
    }

    @Test
    void who_is_not_invited_any_more_is_told_and_can_be_invited_again() {
        var story = MeetingStory.begin().convened();
        var invitees = new ObjectNode[1];
        story.tell("changed", meeting -> {
            invitees[0] = (ObjectNode) meeting.withArray("invitees").remove(1);
        });
        assertThat(story.post("zuhair")).containsExactly("REQUEST 0", "CANCEL 1");
        assertThat(story.last("zuhair").text()).contains("You are no longer invited to this meeting.");
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0");

        story.tell("changed", meeting -> meeting.withArray("invitees").add(invitees[0]));
        assertThat(story.post("zuhair")).containsExactly("REQUEST 0", "CANCEL 1", "REQUEST 2");
    }

    @Test
    void an_address_that_did_not_work_is_not_tried_again_and_another_is() {
        var story = MeetingStory.begin();
        story.story.tell("person.changed", person -> person.put("email", "no address"));
        story.story.vouch("f001");
        story.convened();
        await().untilAsserted(() -> assertThat(story.deliveries("f001")).containsExactly("CLOSED REFUSED"));
        story.story.tell("person.changed", person -> person.put("email", "no address"));
        assertThat(story.deliveries("f001")).hasSize(1);

        story.story.tell("person.changed", person -> person.put("email", "odd%|name+x@" + domain(story)));

        var mail = story.story.mails().stream()
                .filter(one -> one.to().getFirst().startsWith("odd"))
                .findFirst()
                .orElseThrow();
        assertThat(MeetingStory.text(mail.attachments().getFirst()).replace("\r\n ", ""))
                .contains(":mailto:odd%25%7Cname+x@" + domain(story) + "\r\n");
    }

    private static String domain(MeetingStory story) {
        return story.story.mailbox("x").substring(2);
    }

    @Test
    void who_was_erased_hears_nothing_more() {
        var story = MeetingStory.begin().convened();
        story.story.erase("f002");

        story.cancelled();

        assertThat(story.mails("zuhair")).hasSize(1);
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "CANCEL 1");
    }

    @Test
    void a_postponed_meeting_is_taken_out_and_comes_again_with_its_new_day() {
        var story = MeetingStory.begin().convened();
        story.tell("postponed", meeting -> meeting.put("status", "POSTPONED")
                .putNull("startsAt")
                .putNull("endsAt")
                .put("sequence", 1));
        story.tell("planned", meeting -> meeting.put("status", "PLANNED")
                .put("startsAt", "2025-12-01T05:00:00Z")
                .put("endsAt", "2025-12-01T09:00:00Z"));
        story.tell("convened", meeting -> meeting.put("status", "CONVENED").put("sequence", 2));

        assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "CANCEL 1", "REQUEST 2");
        assertThat(story.mails("ayesha").get(1).text()).contains("postponed");
        assertThat(story.last("ayesha").subject()).isEqualTo("Invitation: First meeting – Monday, 1 December 2025");
    }

    @Test
    void members_are_told_of_each_round_of_minutes_and_others_hear_that_they_were() {
        var story = MeetingStory.begin().convened();
        story.tell("held", meeting -> {
            meeting.put("status", "HELD");
            ((ObjectNode) meeting.withArray("invitees").get(1))
                    .put("as", "GUEST")
                    .putNull("party")
                    .putNull("side");
        });
        story.tell("minutes-circulated", meeting -> circulate(meeting, 1, "https://docs.example/minutes-1.pdf"));
        story.tell("answered", meeting -> {});

        assertThat(story.post("zuhair")).containsExactly("REQUEST 0");
        assertThat(story.post("ayesha")).containsExactly("REQUEST 0", "Minutes: First meeting");
        var mail = story.last("ayesha");
        assertThat(mail.text())
                .contains("The minutes of this meeting were circulated.")
                .contains("Held: Monday, 10 November 2025, 10:00 (UTC+05:00)")
                .contains("https://docs.example/minutes-1.pdf")
                .contains("If your side says nothing until then, that means agreement.")
                .contains("For you (Karachi): Thursday, 4 December 2025, 11:00 (UTC+05:00)")
                .contains("UTC: Thursday, 4 December 2025, 06:00 (UTC)");
        assertThat(mail.html()).contains("href=\"https://docs.example/minutes-1.pdf\"");
        await().untilAsserted(() -> assertThat(story.events("f001"))
                .containsExactly("delivered 0 NEEDS_ACTION", "minutes-delivered 0 NEEDS_ACTION"));

        story.tell("minutes-disputed", meeting -> meeting.put("status", "MINUTES_DISPUTED"));
        story.tell("minutes-circulated", meeting -> {
            circulate(meeting, 2, "javascript:alert(1)");
            meeting.withObject("minutes").putNull("agreeBy");
        });
        assertThat(story.post("ayesha"))
                .containsExactly("REQUEST 0", "Minutes: First meeting", "Minutes, round 2: First meeting");
        assertThat(story.last("ayesha").html()).doesNotContain("href");
        assertThat(story.last("ayesha").text()).contains("Silence does not mean agreement.");
    }

    private static void circulate(ObjectNode meeting, int round, String document) {
        meeting.put("status", "MINUTES_CIRCULATED");
        meeting.putObject("minutes")
                .put("circulatedAt", "2025-11-20T06:00:00Z")
                .put("agreeBy", "2025-12-04T06:00:00Z")
                .put("document", document)
                .put("round", round)
                .putArray("positions");
    }
}
