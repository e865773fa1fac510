package org.moutracker.notifications.hold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.asRegistrar;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.invitation.MeetingStory;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.StorageFailed;

@NotificationsTest
class HoldTest {

    private static final String ALL = "{\"scope\": \"ALL\", \"reason\": \"The relay is being moved.\"}";

    @Inject
    Sql sql;

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URL metrics;

    private final List<String> placed = new ArrayList<>();

    /** With what others have left waiting. */
    private double held() {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("mou_alerts_held "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[1]))
                .sum();
    }

    @AfterEach
    void letOthersGoOn() {
        placed.forEach(hold -> release(hold).statusCode(org.hamcrest.Matchers.oneOf(200, 409)));
    }

    @Test
    void while_all_is_held_nothing_leaves_and_on_release_the_latest_that_is_true_goes_once() {
        var story = Story.begin().withEverybody();
        var hold = place(ALL);
        var before = held();

        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");

        assertThat(story.post()).isEmpty();
        assertThat(story.deliveries()).containsExactly("PENDING", "PENDING", "PENDING", "PENDING");
        // What stories before this one had on its way when all was held is sent or given back first.
        await().untilAsserted(() -> given().get(metrics)
                .then()
                .body(containsString("mou_holds_standing 1.0"))
                .body(containsString("mou_alerts_unsent 0.0")));
        assertThat(held() - before).isEqualTo(4);
        asRegistrar()
                .get("/api/v1/deliveries?agreement={id}", story.id("a001"))
                .then()
                .statusCode(200)
                .body("items.waitsFor", contains("HOLD", "HOLD", "HOLD", "HOLD"));

        release(hold).statusCode(200).body("release.reason", equalTo("It is right."));
        story.settle();

        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-7", "zuhair T-7");
        assertThat(story.deliveries())
                .containsExactly("ACCEPTED", "ACCEPTED", "CLOSED SUPERSEDED", "CLOSED SUPERSEDED");
    }

    @Test
    void what_is_not_true_any_more_when_it_is_released_is_closed() {
        var story = Story.begin().withEverybody();
        var hold = place(ofAgreement(story.id("a001")));
        story.at("2025-10-03T04:00:00Z").at("2025-10-21T08:00:00Z");
        sql.update("UPDATE alert SET state = 'ENDED' WHERE deadline_id = ?::uuid AND party = 'PK'", story.id("d001"));

        release(hold);
        story.settle();

        await().untilAsserted(() -> assertThat(story.deliveries())
                .filteredOn("CLOSED CANCELLED"::equals)
                .hasSize(2));
        assertThat(story.post()).containsExactly("zuhair T+1");
    }

    @Test
    void what_is_met_meanwhile_is_never_told() {
        var story = Story.begin().withEverybody();
        var hold = place(ofAgreement(story.id("a001")));
        story.at("2025-10-03T04:00:00Z");

        story.tell("deadline.met");
        release(hold);
        story.settle();

        assertThat(story.deliveries()).containsExactly("CLOSED CANCELLED", "CLOSED CANCELLED");
        assertThat(story.post()).isEmpty();
    }

    @Test
    void an_agreement_is_held_without_the_others_and_with_its_meetings() {
        var held = Story.begin().withEverybody();
        var meeting = MeetingStory.begin();
        var free = Story.begin().withEverybody();
        place(ofAgreement(held.id("a001")));
        place(ofAgreement(meeting.story.id("a001")));

        held.at("2025-10-03T04:00:00Z");
        free.settle();
        meeting.convened();

        assertThat(held.post()).isEmpty();
        assertThat(free.post()).containsExactlyInAnyOrder("ayesha T-14", "zuhair T-14");
        assertThat(meeting.story.post()).isEmpty();
        placed.forEach(this::release);
        await().untilAsserted(() -> assertThat(meeting.story.post()).hasSize(2));
    }

    @Test
    void a_message_about_dates_of_several_agreements_is_held_with_each_of_them() {
        var other = UUID.randomUUID();
        var story = Story.begin().withEverybody();
        story.tell("deadline.opened", deadline -> deadline.put("id", other.toString())
                .put("agreementId", other.toString()));
        story.at("2025-10-03T08:00:00Z");
        story.tell("deadline.rescheduled");
        story.tell("deadline.rescheduled", deadline -> deadline.put("id", other.toString())
                .put("agreementId", other.toString()));
        var hold = place(ofAgreement(other.toString()));

        story.afterAWhile();

        await().untilAsserted(() -> asRegistrar()
                .get("/api/v1/deliveries?state=PENDING&recipient={id}", story.id("f001"))
                .then()
                .body("items.waitsFor", contains("HOLD")));
        assertThat(moves(story)).isEmpty();
        release(hold);
        await().untilAsserted(() -> assertThat(moves(story)).containsExactlyInAnyOrder("ayesha Moved", "zuhair Moved"));
    }

    private static List<String> moves(Story story) {
        return story.post().stream().filter(mail -> mail.endsWith("Moved")).toList();
    }

    @Test
    void links_by_which_addresses_are_verified_are_held_with_the_channel() {
        var hold = place("{\"scope\": \"CHANNEL\", \"channel\": \"MAIL\", \"reason\": \"Wrong sender.\"}");
        var story = Story.begin().thatNobodyConfirms();

        story.tell("person.changed");

        assertThat(story.verificationMails()).isEmpty();
        release(hold);
        story.settle();
        assertThat(story.verificationMails()).hasSize(1);
    }

    @Test
    void two_holds_do_not_know_of_each_other() {
        var story = Story.begin().withEverybody();
        var first = place(ALL);
        place(ofAgreement(story.id("a001")));
        story.at("2025-10-03T04:00:00Z");

        release(first).statusCode(200);
        story.settle();

        assertThat(story.post()).isEmpty();
    }

    @Test
    void whoever_raises_the_epoch_after_a_restore_holds_everything() throws SQLException {
        var story = Story.begin().withEverybody();
        asOwner("UPDATE epoch SET epoch = epoch + 1");

        var hold = asRegistrar()
                .get("/api/v1/holds?standing=true")
                .then()
                .statusCode(200)
                .body("items[0].scope", equalTo("ALL"))
                .body("items[0].placedBy", equalTo("restore"))
                .extract()
                .<String>path("items[0].id");
        placed.add(hold);
        story.at("2025-10-03T04:00:00Z");
        assertThat(story.post()).isEmpty();

        release(hold).statusCode(200);
        story.settle();
        assertThat(story.post()).hasSize(2);
    }

    @Test
    void a_hold_is_placed_once_released_once_and_never_changed() {
        var body = ofAgreement(UUID.randomUUID().toString());
        var key = UUID.randomUUID().toString();
        var hold = asRegistrar()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .body("release", nullValue())
                .extract()
                .<String>path("id");
        asRegistrar()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .body("id", equalTo(hold));

        release(hold).statusCode(200).body("release.by", equalTo("local-registrar"));
        release(hold).statusCode(409);
        asRegistrar()
                .get("/api/v1/holds/{id}", hold)
                .then()
                .statusCode(200)
                .body("release.reason", equalTo("It is right."));
        for (var change : new String[] {"UPDATE hold SET reason = ''", "DELETE FROM hold_release"}) {
            assertThatThrownBy(() -> sql.update(change)).isInstanceOf(StorageFailed.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scope\": \"AGREEMENT\", \"reason\": \"x\"} | agreementId",
                "{\"scope\": \"CHANNEL\", \"reason\": \"x\"} | channel",
                "{\"scope\": \"ALL\", \"channel\": \"MAIL\", \"reason\": \"x\"} | channel",
                "{\"scope\": \"ALL\", \"reason\": \" \"} | reason",
                "{\"reason\": \"x\"} | scope",
                "{\"scope\": \"SOME\", \"reason\": \"x\"} | scope",
            })
    void what_cannot_be_meant_is_refused_and_named(String body, String field) {
        asRegistrar()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void what_is_not_there_is_not_found() {
        var nobody = "01995778-5a80-7000-8000-0000000000ff";
        asRegistrar().get("/api/v1/holds/{id}", nobody).then().statusCode(404);
        release(nobody).statusCode(404);
    }

    private String place(String body) {
        var hold = asRegistrar()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        placed.add(hold);
        return hold;
    }

    private static String ofAgreement(String agreement) {
        return "{\"scope\": \"AGREEMENT\", \"agreementId\": \"%s\", \"reason\": \"Its date is being checked.\"}"
                .formatted(agreement);
    }

    private ValidatableResponse release(String hold) {
        return asRegistrar()
                .contentType("application/json")
                .body("{\"reason\": \"It is right.\"}")
                .post("/api/v1/holds/{id}/release", hold)
                .then();
    }

    private static void asOwner(String statement) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }
}
