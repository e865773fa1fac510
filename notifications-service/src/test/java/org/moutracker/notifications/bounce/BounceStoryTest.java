package org.moutracker.notifications.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.mail.ReplyBox;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** Reports of mail servers over real SMTP and IMAP: each changes what it may change, and nothing else. */
@NotificationsTest
class BounceStoryTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    Sql sql;

    @ConfigProperty(name = "mou.mail.port")
    int smtp;

    @Test
    void an_address_that_does_not_exist_gets_nothing_more_until_it_is_verified_anew() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        var ayesha = story.mailbox("ayesha");

        send(report(id(story, "ayesha"), ayesha, "failed", "5.1.1"), "suppressed");

        assertThat(story.deliveries()).containsExactly("ACCEPTED", "CLOSED BOUNCED");
        recipient(story)
                .body("addressVerified", equalTo(false))
                .body("suppression.because", equalTo("mails come back (5.1.1)"));
        assertThat(story.at("2025-10-10T04:00:00Z").post())
                .containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14", "zuhair T-7");

        story.vouch("f001");
        recipient(story).body("addressVerified", equalTo(true)).body("suppression", nullValue());
        await().untilAsserted(() -> assertThat(story.post()).contains("ayesha T-7"));
    }

    @Test
    void who_answers_for_the_group_on_his_side_is_told_once_in_his_language_until_it_is_no_longer_true() {
        var story = Story.begin().withEverybody();
        story.tell("person.changed", person -> {
            person.put("id", story.id("f003")).put("name", "Bilal <Secretary>");
            person.put("email", story.mailbox("bilal")).put("language", "ar");
        });
        story.tell("working-group.constituted", group -> {
            var member = ((ObjectNode) group.get("members").get(0)).deepCopy();
            group.withArray("members").add(member);
            member.put("id", UUID.randomUUID().toString()).put("personId", story.id("f003"));
            member.put("role", "SECRETARY");
        });
        story.at("2025-10-03T04:00:00Z");
        var before = story.mails().size();

        send(report(id(story, "ayesha"), story.mailbox("ayesha"), "failed", "5.1.1"), "suppressed");

        await().untilAsserted(() -> assertThat(story.mails()).hasSize(before + 1));
        var mail = story.mails().getLast();
        assertThat(mail.to()).containsExactly(story.mailbox("bilal"));
        assertThat(mail.subject()).isEqualTo("تعود الرسائل الموجهة إلى \u2068Ayesha Khan\u2069 – MoU Tracker");
        assertThat(mail.text()).contains("5.1.1", "a…@").doesNotContain(story.mailbox("ayesha"));
        assertThat(mail.html()).contains("dir=\"rtl\"").contains("Bilal &lt;Secretary&gt;");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void a_new_address_is_asked_and_not_suppressed() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        send(report(id(story, "ayesha"), story.mailbox("ayesha"), "failed", "5.1.1"), "suppressed");

        story.tell("person.changed", person -> person.put("email", story.mailbox("ayesha.new")));

        recipient(story).body("suppression", nullValue()).body("addressVerified", equalTo(true));
    }

    @Test
    void what_is_late_is_noted_alone_and_what_was_given_up_for_now_closes_its_message_alone() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        var id = id(story, "ayesha");

        send(report(id, story.mailbox("ayesha"), "delayed", "4.4.1"), "delayed");
        assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED");

        send(report(id, story.mailbox("ayesha"), "failed", "4.4.7"), "bounced");
        assertThat(story.deliveries()).containsExactly("ACCEPTED", "CLOSED BOUNCED");
        recipient(story).body("addressVerified", equalTo(true));
        assertThat(sql.query(
                        "SELECT status FROM bounce WHERE delivery_id = ? ORDER BY heard_at",
                        row -> String.valueOf(row.getString("status")),
                        id))
                .containsExactly("4.4.1", "4.4.7");

        send(report(id, story.mailbox("ayesha"), "failed", "4.4.7"), "repeated");
    }

    @Test
    void a_report_about_what_was_never_sent_there_changes_nothing_and_does_not_stop_the_next() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        var id = id(story, "ayesha");
        var ayesha = story.mailbox("ayesha");

        send(report(UUID.randomUUID(), ayesha, "failed", "5.1.1"), "unknown_bounce");
        send(report(id, story.mailbox("zuhair"), "failed", "5.1.1"), "unknown_bounce");
        send(
                report(id, ayesha, "failed", "5.1.1").replace("@moutracker.local>", "@elsewhere.example>"),
                "unknown_bounce");
        send(report(id, ayesha, "delivered", "2.0.0"), "unknown_bounce");
        send(report(id, ayesha, "failed", "soon"), "unknown_bounce");
        send(report(id, ayesha, "failed", "5.1.1").replace("report-type=delivery-status;", ""), "no_reply");
        sql.update(
                "UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = now() + interval '1 hour' WHERE id = ?",
                id);
        send(report(id, ayesha, "failed", "5.1.1"), "unknown_bounce");
        sql.update("UPDATE delivery SET state = 'ACCEPTED', next_attempt_at = NULL WHERE id = ?", id);

        recipient(story).body("addressVerified", equalTo(true));
        assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED");
        send(report(id, ayesha, "failed", "5.1.1"), "suppressed");
    }

    private static io.restassured.response.ValidatableResponse recipient(Story story) {
        return asRegistrar()
                .get("/api/v1/recipients/{id}", story.id("f001"))
                .then()
                .statusCode(200);
    }

    private static UUID id(Story story, String person) {
        var id = story.mails().stream()
                .filter(mail -> mail.to().equals(List.of(story.mailbox(person))))
                .map(mail -> requireNonNull(mail.header("Message-ID")))
                .findFirst()
                .orElseThrow();
        return UUID.fromString(id.substring(1, id.indexOf('@')));
    }

    /** As Postfix writes it. */
    private static String report(UUID delivery, String address, String action, String status) {
        return """
                From: MAILER-DAEMON@relay.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: replies@moutracker.local
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="ABC.1/relay.example"

                This is a MIME-encapsulated message.

                --ABC.1/relay.example
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host relay.example.

                --ABC.1/relay.example
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example
                X-Postfix-Queue-ID: ABC
                Arrival-Date: Fri,  3 Oct 2025 04:00:01 +0000 (UTC)

                Final-Recipient: rfc822; %2$s
                Original-Recipient: rfc822;%2$s
                Action: %3$s
                Status: %4$s
                Remote-MTA: dns; mx.health.example
                Diagnostic-Code: smtp; 550 5.1.1 <%2$s>: user unknown

                --ABC.1/relay.example
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                From: MoU Tracker <mou-tracker@moutracker.local>
                To: %2$s
                Message-ID: <%1$s@moutracker.local>
                Subject: T-14

                --ABC.1/relay.example--
                """.formatted(delivery, address, action, status).replace("\n", "\r\n");
    }

    /** Sends a mail as a server on the net would, and waits until it was read. */
    private void send(String mail, String outcome) {
        var before = count(outcome);
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(smtp));
        properties.setProperty("mail.smtp.from", "MAILER-DAEMON@relay.example");
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
}
