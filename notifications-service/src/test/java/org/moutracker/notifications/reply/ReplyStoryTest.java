package org.moutracker.notifications.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.notifications.Api.asRegistrar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.mail.ReplyBox;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.invitation.MeetingStory;
import org.moutracker.notifications.sql.Sql;

/** Replies over real SMTP and IMAP: each changes what it may change, and nothing else. */
@NotificationsTest
class ReplyStoryTest {

    private static final String NINE = "20251027T092900Z";
    private static final String TEN = "20251027T102900Z";

    @Inject
    MeterRegistry metrics;

    @Inject
    Sql sql;

    @ConfigProperty(name = "mou.mail.port")
    int smtp;

    @Test
    void a_reply_of_google_and_one_of_outlook_are_recorded_and_told() {
        var story = invited();
        var ayesha = story.story.mailbox("ayesha");
        var zuhair = story.story.mailbox("zuhair");
        var uid = uid(story);

        send(
                ayesha,
                Replies.googleMail("Ayesha Khan <" + ayesha + ">", Replies.google(uid, 0, ayesha, "ACCEPTED", NINE)),
                "recorded");
        send(
                zuhair,
                Replies.outlookMail(
                        zuhair, Replies.outlook(uid, 0, zuhair.toUpperCase(java.util.Locale.ROOT), "TENTATIVE", TEN)),
                "recorded");

        answers(story, "f001", "ACCEPTED", "2025-10-27T09:29:00Z");
        answers(story, "f002", "TENTATIVE", "2025-10-27T10:29:00Z");
        await().untilAsserted(() ->
                assertThat(story.events("f001")).containsExactly("delivered 0 NEEDS_ACTION", "answered 0 ACCEPTED"));
        await().untilAsserted(() ->
                assertThat(story.events("f002")).containsExactly("delivered 0 NEEDS_ACTION", "answered 0 TENTATIVE"));
    }

    @Test
    void a_reply_that_another_library_makes_of_our_invitation_is_read_back() {
        var story = invited();
        var ayesha = story.story.mailbox("ayesha");
        var asked = MeetingStory.calendar(story.last("ayesha")).getEvents().getFirst();
        var reply = new ICalendar();
        reply.setMethod(Method.reply());
        var event = new VEvent();
        event.setUid(asked.getUid());
        event.setSequence(asked.getSequence());
        event.setDateStart(asked.getDateStart());
        event.setOrganizer(asked.getOrganizer());
        event.setDateTimeStamp(Date.from(java.time.Instant.parse("2025-10-27T09:29:00Z")));
        var attendee =
                new Attendee("Ayesha Khan", asked.getAttendees().getFirst().getEmail());
        attendee.setParticipationStatus(ParticipationStatus.DECLINED);
        event.addAttendee(attendee);
        reply.addEvent(event);

        send(ayesha, Replies.outlookMail(ayesha, Biweekly.write(reply).go()), "recorded");

        answers(story, "f001", "DECLINED", "2025-10-27T09:29:00Z");
    }

    @Test
    void the_later_reply_counts_whatever_their_order_and_however_often_they_come() {
        var story = invited();
        var ayesha = story.story.mailbox("ayesha");
        var yes = google(story, ayesha, ayesha, "ACCEPTED", 0, NINE);
        var no = google(story, ayesha, ayesha, "DECLINED", 0, TEN);

        send(ayesha, no, "recorded");
        send(ayesha, yes, "stale");
        send(ayesha, no, "repeated");
        send(ayesha, yes, "stale");

        answers(story, "f001", "DECLINED", "2025-10-27T10:29:00Z");
        await().untilAsserted(() ->
                assertThat(story.events("f001")).containsExactly("delivered 0 NEEDS_ACTION", "answered 0 DECLINED"));
    }

    @Test
    void a_mailbox_that_is_read_again_from_its_beginning_has_no_second_effect() {
        var story = invited();
        var ayesha = story.story.mailbox("ayesha");
        send(ayesha, google(story, ayesha, ayesha, "ACCEPTED", 0, NINE), "recorded");
        send(ayesha, google(story, ayesha, ayesha, "DECLINED", 0, TEN), "recorded");
        var repeated = count("repeated");

        sql.update("UPDATE replies_read SET uid_validity = uid_validity - 1");

        await().untilAsserted(() -> assertThat(count("repeated")).isGreaterThan(repeated));
        answers(story, "f001", "DECLINED", "2025-10-27T10:29:00Z");
        await().untilAsserted(() -> assertThat(story.events("f001"))
                .containsExactly("delivered 0 NEEDS_ACTION", "answered 0 ACCEPTED", "answered 0 DECLINED"));
    }

    @Test
    void what_was_answered_to_a_meeting_before_it_moved_does_not_count_any_more() {
        var story = invited();
        var ayesha = story.story.mailbox("ayesha");
        send(ayesha, google(story, ayesha, ayesha, "ACCEPTED", 0, NINE), "recorded");

        story.moved();
        answers(story, "f001", "NEEDS_ACTION", null);
        send(ayesha, google(story, ayesha, ayesha, "DECLINED", 0, TEN), "stale");
        answers(story, "f001", "NEEDS_ACTION", null);
        send(ayesha, google(story, ayesha, ayesha, "DECLINED", 1, TEN), "recorded");
        answers(story, "f001", "DECLINED", "2025-10-27T10:29:00Z");

        story.cancelled();
        send(ayesha, google(story, ayesha, ayesha, "ACCEPTED", 9, "20251028T092900Z"), "stale");
        answers(story, "f001", "DECLINED", "2025-10-27T10:29:00Z");
    }

    @Test
    void forged_strange_unknown_and_malformed_replies_change_nothing_and_do_not_stop_the_next() {
        var story = invited();
        var ayesha = story.story.mailbox("ayesha");
        var zuhair = story.story.mailbox("zuhair");
        var stranger = story.story.mailbox("stranger");

        send(zuhair, google(story, zuhair, ayesha, "DECLINED", 0, NINE), "forged");
        send(ayesha, google(story, ayesha + ", " + zuhair, ayesha, "DECLINED", 0, NINE), "forged");
        send(stranger, google(story, stranger, stranger, "ACCEPTED", 0, NINE), "stranger");
        send(ayesha, googleOf("meeting-" + java.util.UUID.randomUUID() + "@moutracker.local", ayesha), "stranger");
        send(ayesha, googleOf("meeting-" + story.id + "@elsewhere.example", ayesha), "unknown_meeting");
        send(ayesha, googleOf("0123456789@google.com", ayesha), "unknown_meeting");
        send(ayesha, google(story, ayesha, ayesha, "DELEGATED", 0, NINE), "no_answer");
        send(
                ayesha,
                google(story, ayesha, ayesha, "DECLINED", 0, NINE).replace("SEQUENCE:0", "SEQUENCE:zero"),
                "malformed");
        send(ayesha, "From: " + ayesha + "\r\nContent-Type: multipart/mixed\r\n\r\nno boundary", "malformed");
        send(ayesha, "From: " + ayesha + "\r\nSubject: Sorry\r\n\r\nI cannot come.\r\n", "no_reply");

        answers(story, "f001", "NEEDS_ACTION", null);
        answers(story, "f002", "NEEDS_ACTION", null);
        send(ayesha, google(story, ayesha, ayesha, "ACCEPTED", 0, NINE), "recorded");
        answers(story, "f001", "ACCEPTED", "2025-10-27T09:29:00Z");
        assertThat(story.events("f002")).containsExactly("delivered 0 NEEDS_ACTION");
    }

    @Test
    void who_is_not_invited_any_more_has_nothing_to_answer() {
        var story = invited();
        var zuhair = story.story.mailbox("zuhair");
        story.tell("changed", meeting -> {
            var unused = (ObjectNode) meeting.withArray("invitees").remove(1);
        });

        send(zuhair, google(story, zuhair, zuhair, "ACCEPTED", 0, NINE), "stale");

        answers(story, "f002", "NEEDS_ACTION", null);
    }

    @Test
    void a_clock_that_is_ahead_does_not_make_an_answer_later_than_now() {
        var story = invited();
        var ayesha = story.story.mailbox("ayesha");

        send(ayesha, google(story, ayesha, ayesha, "ACCEPTED", 0, "20991231T235959Z"), "recorded");

        answers(story, "f001", "ACCEPTED", "2025-10-28T06:00:00Z");
    }

    private static MeetingStory invited() {
        var story = MeetingStory.begin();
        story.story.at("2025-10-28T06:00:00Z");
        return story.convened();
    }

    private static String uid(MeetingStory story) {
        return "meeting-" + story.id + "@moutracker.local";
    }

    private static String google(
            MeetingStory story, String from, String attendee, String partStat, int sequence, String stamp) {
        return Replies.googleMail(from, Replies.google(uid(story), sequence, attendee, partStat, stamp));
    }

    private static String googleOf(String uid, String from) {
        return Replies.googleMail(from, Replies.google(uid, 0, from, "DECLINED", NINE));
    }

    /** Sends a mail as a server on the net would, and waits until it was read. */
    private void send(String from, String mail, String outcome) {
        var before = count(outcome);
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(smtp));
        properties.setProperty("mail.smtp.from", from);
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail.getBytes(UTF_8))),
                    new InternetAddress[] {new InternetAddress(ReplyBox.ADDRESS)});
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(count(outcome)).as(outcome).isEqualTo(before + 1));
    }

    private double count(String outcome) {
        return metrics.counter("mou.replies", "outcome", outcome).count();
    }

    private static void answers(
            MeetingStory story, String person, String answer, @org.jspecify.annotations.Nullable String at) {
        asRegistrar()
                .get("/api/v1/invitations?meeting={meeting}&person={person}", story.id, story.story.id(person))
                .then()
                .statusCode(200)
                .body("items.answer", contains(answer))
                .body("items[0].answeredAt", equalTo(at));
    }
}
