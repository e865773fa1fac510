package org.moutracker.notifications.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** Nothing official leaves to an address that is not verified, and nothing is forgotten because of that. */
@NotificationsTest
class VerificationStoryTest {

    @Inject
    Sql sql;

    @Test
    void who_has_not_confirmed_is_asked_and_told_nothing_else() {
        var story = Story.begin().thatNobodyConfirms().withEverybody();

        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");

        assertThat(story.post()).isEmpty();
        assertThat(story.alerts())
                .as("the alerts are there")
                .filteredOn(alert -> alert.endsWith("ACTIVE"))
                .hasSize(4);
        assertThat(story.verificationMails())
                .extracting(mail -> mail.to().getFirst())
                .containsExactlyInAnyOrder(story.mailbox("ayesha"), story.mailbox("zuhair"));
        assertThat(story.verificationMails()).allSatisfy(mail -> assertThat(mail.text() + mail.html() + mail.subject())
                .doesNotContain("Health Working Group")
                .doesNotContain("Memorandum"));
        asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .body(
                        "notTold.because",
                        contains(
                                "waits for verification: the mail address is not confirmed yet",
                                "waits for verification: the mail address is not confirmed yet"));
    }

    @Test
    void who_confirms_is_told_the_latest_step_of_each_deadline_once() {
        var story = Story.begin().thatNobodyConfirms().withEverybody();
        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");

        story.confirmAll();

        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-7", "zuhair T-7");
        assertThat(story.at("2025-10-14T06:00:00Z").post())
                .containsExactlyInAnyOrder("ayesha T-7", "zuhair T-7", "ayesha T-3", "zuhair T-3");
    }

    @Test
    void what_is_over_by_then_is_not_told() {
        var story = Story.begin().thatNobodyConfirms().withEverybody().at("2025-10-10T04:00:00Z");
        story.tell("deadline.met");

        story.confirmAll();

        assertThat(story.at("2025-10-20T04:00:00Z").post()).isEmpty();
    }

    @Test
    void a_person_who_is_told_of_again_is_asked_once() {
        var story = Story.begin().thatNobodyConfirms().withTheGroup();
        var again = story.event("person.changed", person -> person.put("name", "Ayesha Malik"));

        story.send(again);
        story.send(again, story.event("person.changed", person -> person.put("email", story.mailbox("AYESHA"))));

        assertThat(story.verificationMails()).hasSize(2);
        story.confirmAll();
        story.tell("person.changed", person -> person.put("zone", "Asia/Hebron"));
        assertThat(story.verificationMails()).hasSize(2);
        assertThat(verified(story, "f001")).isTrue();
    }

    @Test
    void a_new_address_begins_anew_and_the_old_one_gets_nothing_any_more() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14");
        story.thatNobodyConfirms();

        story.tell("person.changed", person -> person.put("email", story.mailbox("ayesha.khan")));

        assertThat(verified(story, "f001")).isFalse();
        story.at("2025-10-10T04:00:00Z");
        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14", "zuhair T-7");
        story.confirmAll();
        assertThat(story.post())
                .containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14", "zuhair T-7", "ayesha.khan T-7");
    }

    @Test
    void a_link_to_an_address_that_has_changed_verifies_nothing() {
        var story = Story.begin().thatNobodyConfirms().withTheGroup();
        var first = story.verificationMails().stream()
                .filter(mail -> mail.to().contains(story.mailbox("ayesha")))
                .findFirst()
                .orElseThrow();

        story.tell("person.changed", person -> person.put("email", story.mailbox("other")));

        anonymous().get(Story.path(first)).then().statusCode(410);
        anonymous().post(Story.path(first)).then().statusCode(410);
        assertThat(verified(story, "f001")).isFalse();
        assertThat(story.verificationMails()).hasSize(3);
    }

    @Test
    void what_waited_for_the_old_address_waits_for_the_new_one_out_of_the_way() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z").thatNobodyConfirms();
        retry(story, "now() + interval '1 hour'");
        story.tell("person.changed", person -> person.put("email", story.mailbox("ayesha.khan")));

        retry(story, "now()");

        await().untilAsserted(() -> assertThat(aside(story)).isEqualTo(1));
        assertThat(story.post())
                .filteredOn(mail -> mail.startsWith("ayesha.khan"))
                .isEmpty();
        story.confirmAll();
        await().untilAsserted(() -> assertThat(story.post()).contains("ayesha.khan T-14"));
        assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED");
    }

    @Test
    void of_what_was_put_aside_the_latest_step_alone_is_sent() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z").thatNobodyConfirms();
        story.tell("person.changed", person -> person.put("email", story.mailbox("ayesha.khan")));
        retry(story, "now()");
        await().untilAsserted(() -> assertThat(aside(story)).isEqualTo(1));
        story.at("2025-10-10T04:00:00Z");

        story.confirmAll();

        assertThat(story.post()).contains("ayesha.khan T-7").doesNotContain("ayesha.khan T-14");
        assertThat(story.deliveries()).contains("CLOSED SUPERSEDED");
    }

    @Test
    void that_a_date_has_moved_waits_for_the_address_too() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z").thatNobodyConfirms();
        story.tell("person.changed", person -> person.put("email", story.mailbox("ayesha.khan")));

        story.tell("deadline.rescheduled");
        assertThat(story.afterAWhile().post()).hasSize(3).contains("zuhair Moved");

        story.confirmAll();
        assertThat(story.afterAWhile().post()).hasSize(4).contains("ayesha.khan Moved");
    }

    @Test
    void the_sender_that_dies_over_a_link_sends_another_and_either_can_be_used() {
        var story = Story.begin().thatNobodyConfirms();
        story.tell("person.changed");
        assertThat(story.verificationMails()).hasSize(1);

        sql.update("""
                UPDATE delivery SET state = 'SENDING', lease_until = clock_timestamp() - interval '1 second'
                FROM address_verification AS asked WHERE asked.id = verification_id AND recipient_id = ?
                """, UUID.fromString(story.id("f001")));

        await().untilAsserted(() -> assertThat(story.verificationMails()).hasSize(2));
        var mails = story.verificationMails();
        assertThat(mails.getFirst().header("Message-ID"))
                .isEqualTo(mails.getLast().header("Message-ID"));
        assertThat(Story.path(mails.getFirst())).isNotEqualTo(Story.path(mails.getLast()));
        anonymous().get(Story.path(mails.getLast())).then().statusCode(200);
        anonymous().post(Story.path(mails.getFirst())).then().statusCode(200);
        anonymous().post(Story.path(mails.getLast())).then().statusCode(410);
    }

    @Test
    void only_a_hash_of_what_the_link_ends_in_is_kept() {
        var story = Story.begin().thatNobodyConfirms();
        story.tell("person.changed");
        var token = Story.path(story.verificationMails().getFirst()).substring("/address-verifications/".length());

        assertThat(rows("SELECT count(*) AS rows FROM address_verification_token WHERE hash = sha256(?::bytea)", token))
                .isEqualTo(1);
        for (var table : List.of("address_verification", "address_verification_token", "delivery", "recipient")) {
            assertThat(rows("SELECT count(*) AS rows FROM " + table + " AS r WHERE position(? IN r::text) > 0", token))
                    .isZero();
        }
    }

    @Test
    void who_wants_no_mails_gets_those_that_nobody_can_do_without() {
        var story = Story.begin();
        story.withEverybody();
        story.tell("person.changed", person -> person.putArray("channels").add("IN_APP"));

        story.at("2025-10-03T04:00:00Z").at("2025-10-16T06:00:00Z");
        assertThat(story.post()).filteredOn(mail -> mail.startsWith("ayesha")).containsExactly("ayesha T-1");
        assertThat(story.alerts()).contains("PK T-14 plan 1 ACTIVE");
        story.at("2025-10-17T04:00:00Z").at("2025-10-20T04:00:00Z").at("2025-10-26T07:00:00Z");
        assertThat(story.post())
                .filteredOn(mail -> mail.startsWith("ayesha"))
                .containsExactly("ayesha T-1", "ayesha T-0", "ayesha T+1", "ayesha T+7, escalated");
        asRegistrar()
                .get("/api/v1/recipients/{id}", story.id("f001"))
                .then()
                .body("channels", contains("IN_APP"))
                .body("addressVerified", equalTo(true));
    }

    private int rows(String question, String token) {
        return sql.query(question, row -> row.getInt("rows"), token).getFirst();
    }

    private boolean verified(Story story, String person) {
        return asRegistrar()
                .get("/api/v1/recipients/{id}", story.id(person))
                .then()
                .statusCode(200)
                .extract()
                .<Boolean>path("addressVerified");
    }

    private void retry(Story story, String when) {
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = %s FROM alert
                WHERE alert.id = alert_id AND deadline_id = ? AND recipient_id = ?
                """.formatted(when), UUID.fromString(story.id("d001")), UUID.fromString(story.id("f001")));
    }

    private int aside(Story story) {
        return sql.query("""
                SELECT count(*) AS rows FROM delivery JOIN alert ON alert.id = alert_id
                WHERE deadline_id = ?::uuid AND next_attempt_at = 'infinity'
                """, row -> row.getInt("rows"), story.id("d001")).getFirst();
    }
}
