package org.moutracker.workinggroups.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.nomination;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class PersonResourceTest {

    @Inject
    Rows rows;

    private String group;
    private String person;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void nominate() {
        group = Api.groupOf(Seed.told().agreement()).getString("id");
        person = named(group);
    }

    private String named(String group) {
        return sending(nomination("PK", "CO_CHAIR"))
                .header("Idempotency-Key", key)
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("person.id");
    }

    @Test
    void what_is_changed_holds_in_every_group_and_is_told() {
        asRegistrar().get(path()).then().statusCode(200).header("ETag", equalTo("\"1\""));

        patch("\"1\"", "{\"name\": \"Ayesha Malik\", \"language\": \"ar\", \"zone\": \"Asia/Hebron\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Ayesha Malik"))
                .body("language", equalTo("ar"));

        assertThat(Api.get("/api/v1/working-groups/" + group + "/members").getString("items[0].person.zone"))
                .isEqualTo("Asia/Hebron");
        await().untilAsserted(() -> assertThat(Broker.told("mou.people.v1", person)
                        .getLast()
                        .data()
                        .get("name")
                        .asText())
                .isEqualTo("Ayesha Malik"));
        patch("\"1\"", "{\"name\": \"Other\"}").statusCode(412);
        asRegistrar()
                .contentType("application/merge-patch+json")
                .body("{\"name\": \"Other\"}")
                .patch(path())
                .then()
                .statusCode(428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \" \"}",
                "{\"email\": \"nobody\"}",
                "{\"email\": null}",
                "{\"zone\": \"Mars\"}",
                "{\"language\": 7}",
                "{\"id\": \"x\"}",
                "{\"channels\": [\"MAIL\"]}",
                "{\"channels\": []}",
                "{\"channels\": [\"IN_APP\", \"IN_APP\"]}",
                "{\"channels\": [\"PIGEON\"]}",
                "{\"channels\": \"MAIL\"}",
                "{}",
                "[]"
            })
    void a_bad_change_is_refused_and_changes_nothing(String changes) {
        var before = Api.get(path()).getString("name");

        patch("*", changes).statusCode(400);

        assertThat(Api.get(path()).getString("name")).isEqualTo(before);
    }

    @Test
    void who_wants_no_mails_says_so_and_takes_it_back() {
        asRegistrar().get(path()).then().body("$", not(hasKey("channels")));

        patch("*", "{\"channels\": [\"IN_APP\"]}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("channels", contains("IN_APP"));
        await().untilAsserted(() -> assertThat(Broker.told("mou.people.v1", person)
                        .getLast()
                        .data()
                        .path("channels")
                        .toString())
                .isEqualTo("[\"IN_APP\"]"));

        patch("*", "{\"channels\": [\"IN_APP\", \"MAIL\"]}").statusCode(200).body("$", not(hasKey("channels")));
        patch("*", "{\"channels\": [\"IN_APP\"]}").statusCode(200);
        patch("*", "{\"channels\": null}").statusCode(200).body("$", not(hasKey("channels")));
    }

    @Test
    void the_address_of_somebody_else_is_refused() {
        var other = sending(nomination("PS", "CO_CHAIR"))
                .post("/api/v1/working-groups/" + group + "/members")
                .jsonPath()
                .getString("person.email");

        patch("*", "{\"email\": \"" + other + "\"}")
                .statusCode(409)
                .body("detail", equalTo("another person is known by this mail address"));
    }

    @Test
    void who_is_erased_is_gone_everywhere_and_the_history_keeps_a_pseudonym() {
        var mail = Api.get(path()).getString("email");

        erase().statusCode(200).body("email", nullValue()).body("name", equalTo("Member " + person.substring(32)));
        erase().statusCode(200);

        var member = Api.get("/api/v1/working-groups/" + group + "/members");
        assertThat(member.getString("items[0].status")).isEqualTo("ENDED");
        assertThat(member.getString("items[0].endedBecause")).isEqualTo("ERASED");
        assertThat(member.getString("items[0].person.name")).startsWith("Member ");
        await().untilAsserted(() -> {
            var told = Broker.told("mou.people.v1", person);
            assertThat(told.getLast().type()).isEqualTo("mou.person.erased.v1");
            assertThat(told.getLast().data().isNull()).isTrue();
            assertThat(told).hasSize(2);
        });
        assertThat(rows.ask("SELECT count(*) FROM person WHERE email = '%s' OR mailbox = '%s'".formatted(mail, mail)))
                .isEqualTo("0");
        assertThat(rows.ask(
                        "SELECT count(*) FROM idempotency_key WHERE position('%s'::bytea IN body) > 0".formatted(mail)))
                .isEqualTo("0");
        patch("*", "{\"name\": \"Back\"}").statusCode(409);
        sending("{\"reason\": \"asked\"}")
                .post("/api/v1/people/" + UUID.randomUUID() + "/erasure")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse erase() {
        return sending("{\"reason\": \"asked for by letter\"}")
                .post(path() + "/erasure")
                .then();
    }

    private ValidatableResponse patch(String ifMatch, String changes) {
        return asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(changes)
                .patch(path())
                .then();
    }

    private String path() {
        return "/api/v1/people/" + person;
    }
}
