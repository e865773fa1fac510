package org.moutracker.notifications.invitation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.notifications.NotificationsTest;

@NotificationsTest
class InvitationApiTest {

    @Test
    void what_was_sent_to_whom_is_shown_without_addresses() {
        var story = MeetingStory.begin().convened().cancelled();

        var id = asRegistrar()
                .get("/api/v1/invitations?meeting={meeting}&person={person}", story.id, story.story.id("f001"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue())
                .body("items[0].person.name", equalTo("Ayesha Khan"))
                .body("items[0].person.party", equalTo("PK"))
                .body("items[0].person.invitedAs", equalTo("MEMBER"))
                .body("items[0].invited", equalTo(true))
                .body("items[0].sequence", equalTo(0))
                .body("items[0].deliveredAt", notNullValue())
                .body("items[0].answer", equalTo("NEEDS_ACTION"))
                .body("items[0].letters.kind", contains("REQUEST", "CANCEL"))
                .body("items[0].letters.sequence", contains(0, 1))
                .body("items[0].letters.withdrawnBecause", contains("SUPERSEDED", null))
                .body("items[0].letters[1].deliveries[0].state", equalTo("ACCEPTED"))
                .body("items[0].letters[1].deliveries[0].attempts.outcome", contains("ACCEPTED"))
                .extract()
                .<String>path("items[0].id");
        asRegistrar()
                .get("/api/v1/invitations/{id}", id)
                .then()
                .statusCode(200)
                .body("meetingId", equalTo(story.id))
                .body(not(containsString("@")));
    }

    @Test
    void a_list_comes_in_pages() {
        var story = MeetingStory.begin().convened();

        var next = asRegistrar()
                .get("/api/v1/invitations?meeting={meeting}&limit=1", story.id)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(1))
                .extract();
        var first = next.<String>path("items[0].person.id");
        var second = asRegistrar()
                .get("/api/v1/invitations?meeting={meeting}&limit=1&cursor={cursor}", story.id, next.path("next"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue())
                .extract()
                .<String>path("items[0].person.id");
        org.assertj.core.api.Assertions.assertThat(java.util.List.of(first, second))
                .containsExactlyInAnyOrder(story.story.id("f001"), story.story.id("f002"));
    }

    @Test
    void who_cannot_be_reached_is_listed_without_letters() {
        var story = MeetingStory.beginUnheard().convened();

        asRegistrar()
                .get("/api/v1/invitations?meeting={meeting}", story.id)
                .then()
                .statusCode(200)
                .body("items.letters", contains(empty(), empty()))
                .body("items.person.name", contains(nullValue(), nullValue()))
                .body("items.person.party", containsInAnyOrder("PK", "PS"));
    }

    @ParameterizedTest
    @CsvSource({
        "meeting=nonsense, meeting",
        "person=1, person",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=nonsense, cursor",
        "colour=red, colour"
    })
    void a_wrong_parameter_is_named(String query, String field) {
        asRegistrar()
                .get("/api/v1/invitations?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @Test
    void an_unknown_invitation_is_not_found_and_nobody_reads_without_a_token() {
        asRegistrar().get("/api/v1/invitations/{id}", UUID.randomUUID()).then().statusCode(404);
        anonymous().get("/api/v1/invitations").then().statusCode(401);
        asRegistrar()
                .get("/api/v1/invitations?meeting={meeting}", UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
