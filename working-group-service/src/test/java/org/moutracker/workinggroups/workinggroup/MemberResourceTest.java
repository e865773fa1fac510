package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.nominate;
import static org.moutracker.workinggroups.Api.nomination;
import static org.moutracker.workinggroups.Api.sending;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class MemberResourceTest {

    @Test
    void a_member_is_told_to_others_by_id_and_the_person_on_the_people_topic_alone() {
        var group = group(Seed.told());
        var mail = UUID.randomUUID() + "@health.example";

        var person = sending(nomination("PK", "MEMBER").replaceFirst("\"[^\"]+@[^\"]+\"", "\"" + mail + "\""))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("person.id");

        await().untilAsserted(() -> {
            var told = Broker.told("mou.people.v1", person);
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().type()).isEqualTo("mou.person.changed.v1");
            assertThat(told.getFirst().data().get("email").asText()).isEqualTo(mail);
        });
        await().untilAsserted(() -> {
            var told =
                    Broker.told("mou.working-groups.v1", group).getLast().data().toString();
            assertThat(told).contains(person).doesNotContain("@", "Ayesha");
        });
    }

    @Test
    void the_same_mail_address_is_the_same_person_and_told_again_only_when_something_is_new() {
        var first = group(Seed.told());
        var second = group(Seed.told());
        var nomination = nomination("PK", "MEMBER");

        var person = member(first, nomination).getString("person.id");
        assertThat(member(
                                second,
                                nomination
                                        .toUpperCase(java.util.Locale.ROOT)
                                        .replace("NAME", "name")
                                        .replace("\"PERSON\"", "\"person\"")
                                        .replace("EMAIL", "email")
                                        .replace("LANGUAGE", "language")
                                        .replace("ZONE", "zone")
                                        .replace("PARTY", "party")
                                        .replace("ROLE", "role")
                                        .replace("\"UR\"", "\"ur\"")
                                        .replace("ASIA/KARACHI", "Asia/Karachi"))
                        .getString("person.id"))
                .isEqualTo(person);
        var renamed = member(group(Seed.told()), nomination.replace("Ayesha Khan", "Ayesha Khan-Malik"));
        assertThat(renamed.getString("person.id")).isEqualTo(person);

        member(group(Seed.told()), nomination.replace("Ayesha Khan", "Ayesha Khan-Malik"));
        await().untilAsserted(() -> assertThat(Broker.told("mou.people.v1", person))
                .extracting(told -> told.data().get("name").asText())
                .endsWith("Ayesha Khan-Malik")
                .hasSize(3));
    }

    @Test
    void a_person_without_a_zone_lives_in_that_of_the_party() {
        var member = member(
                group(Seed.told()),
                nomination("PS", "MEMBER")
                        .replace(", \"language\": \"ur\",", "")
                        .replaceFirst("\"zone\": \"[^\"]+\"", ""));

        assertThat(member.getString("person.zone")).isEqualTo("Asia/Hebron");
        assertThat(member.getString("person.language")).isEqualTo("en");
    }

    @Test
    void a_repeated_nomination_with_the_same_key_has_one_effect() {
        var group = group(Seed.told());
        var key = UUID.randomUUID().toString();
        var nomination = nomination("PK", "CO_CHAIR");
        var path = "/api/v1/working-groups/" + group + "/members";

        var first = sending(nomination)
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(201)
                .extract();
        var again = sending(nomination)
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(201)
                .extract();

        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        sending(nomination("PK", "MEMBER"))
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(422);
        assertThat(Api.get(path).getList("items")).hasSize(1);
    }

    @Test
    void a_second_co_chair_of_a_side_and_the_same_person_twice_are_refused() {
        var group = group(Seed.told());
        var nomination = nomination("PK", "CO_CHAIR");
        member(group, nomination);

        nominate(group, "PK", "CO_CHAIR").then().statusCode(409).body("detail", equalTo("PK has a co-chair already"));
        sending(nomination.replace("CO_CHAIR", "EXPERT").replace("\"PK\"", "\"PS\""))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rule-violated"))
                .body("detail", equalTo("the person is in the group already"));
    }

    @Test
    void a_member_of_a_party_outside_the_agreement_is_refused() {
        nominate(group(Seed.told()), "FR", "MEMBER")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("party"))
                .body("violations[0].message", equalTo("must be a party of the agreement: PK, PS"));
    }

    @Test
    void members_are_listed_a_page_at_a_time() {
        var group = group(Seed.told());
        for (var i = 0; i < 5; i++) {
            nominate(group, "PK", "MEMBER").then().statusCode(201);
        }

        var seen = new java.util.ArrayList<Object>();
        var path = "/api/v1/working-groups/" + group + "/members?limit=2";
        String next = null;
        do {
            var page = Api.get(next == null ? path : path + "&cursor=" + next);
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        } while (next != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    private static String group(Seed seed) {
        return Api.groupOf(seed.agreement()).getString("id");
    }

    private static io.restassured.path.json.JsonPath member(String group, String nomination) {
        return sending(nomination)
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
