package org.moutracker.agreements.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.organization.Registering.agreement;
import static org.moutracker.agreements.organization.Registering.command;
import static org.moutracker.agreements.organization.Registering.form;
import static org.moutracker.agreements.organization.Registering.merge;
import static org.moutracker.agreements.organization.Registering.patch;
import static org.moutracker.agreements.organization.Registering.read;
import static org.moutracker.agreements.organization.Registering.registered;
import static org.moutracker.agreements.organization.Registering.succeed;
import static org.moutracker.agreements.organization.Registering.with;
import static org.moutracker.agreements.organization.Registering.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Api;
import org.moutracker.agreements.Told;

@AgreementsTest
class LineageResourceTest {

    private final String word = word();
    private String palestine = "";

    @BeforeEach
    void register_the_other_side() {
        palestine = registered("Ministry of " + word, "PS");
    }

    private static String concluded(String pakistan, String palestine) {
        var answer = Api.register(agreement(pakistan, palestine));
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static JsonNode last(String agreement) {
        return Told.states(agreement).getLast();
    }

    private static void awaitTold(String agreement, String pointer, String value) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(last(agreement).at(pointer).asText()).isEqualTo(value));
    }

    @Test
    void agreements_of_a_duplicate_show_the_one_that_stays_and_tell_it() {
        var twice = registered("Ministry of Helth " + word, "PK");
        var stays = registered(with(form("Ministry of Health " + word, "PK"), "ur", "وزارت " + word));
        var agreement = concluded(twice, palestine);

        merge(twice, stays).then().statusCode(200).body("mergedInto", equalTo(stays));

        asRegistrar()
                .get("/api/v1/agreements/" + agreement)
                .then()
                .statusCode(200)
                .body("parties[0].organization.id", equalTo(stays))
                .body("parties[0].organization.name", equalTo("Ministry of Health " + word))
                .body("parties[0].organization.registeredAs", equalTo(twice))
                .body("parties[1].organization.registeredAs", nullValue());
        read(twice).then().statusCode(200).body("name", equalTo("Ministry of Helth " + word));
        awaitTold(agreement, "/parties/0/organization/id", stays);
        assertThat(last(agreement).at("/parties/0/organization/registeredAs").asText())
                .isEqualTo(twice);
        assertThat(Told.types(agreement)).endsWith("mou.agreement.changed.v1");
        // By the names of the one that stays, too.
        asRegistrar()
                .queryParam("q", "وزارت " + word)
                .get("/api/v1/agreements")
                .then()
                .body("items.id", contains(agreement));
    }

    @Test
    void whoever_names_a_duplicate_again_names_the_one_that_stays() {
        var twice = registered("Ministry of Helth " + word, "PK");
        var stays = registered("Ministry of Health " + word, "PK");
        merge(twice, stays).then().statusCode(200);

        var byId = Api.register(agreement(twice, palestine));
        var byName = agreement(stays, palestine);
        ((com.fasterxml.jackson.databind.node.ObjectNode) byName.at("/parties/0"))
                .set("organization", form("Ministry of Helth " + word, "PK"));

        byId.then()
                .statusCode(201)
                .body("parties[0].organization.id", equalTo(stays))
                .body("parties[0].organization.registeredAs", nullValue());
        Api.register(byName).then().statusCode(201).body("parties[0].organization.id", equalTo(stays));
    }

    @Test
    void a_merger_is_taken_back() {
        var twice = registered("Ministry of Helth " + word, "PK");
        var stays = registered("Ministry of Health " + word, "PK");
        var agreement = concluded(twice, palestine);
        merge(twice, stays).then().statusCode(200);
        read(stays).then().body("formerNames", contains("Ministry of Helth " + word));

        command(twice, "separation", "{\"reason\": \"two ministries after all\"}")
                .then()
                .statusCode(200)
                .body("mergedInto", nullValue());

        asRegistrar().get("/api/v1/agreements/" + agreement).then().body("parties[0].organization.id", equalTo(twice));
        read(stays).then().body("formerNames", empty());
        awaitTold(agreement, "/parties/0/organization/id", twice);
        asRegistrar()
                .get("/api/v1/organizations/" + twice + "/history")
                .then()
                .body("items.what", contains("REGISTERED", "MERGED", "SEPARATED"))
                .body("items[2].reason", equalTo("two ministries after all"));
        assertThat(Told.of("mou.organizations.v1", twice))
                .extracting(Told::type)
                .containsExactly("mou.organization.merged.v1", "mou.organization.separated.v1");
    }

    @Test
    void mergers_follow_each_other_and_make_no_circle() {
        var one = registered("One " + word, "PK");
        var two = registered("Two " + word, "PK");
        var three = registered("Three " + word, "PK");
        var agreement = concluded(one, palestine);
        merge(one, two).then().statusCode(200);
        merge(two, three).then().statusCode(200);

        asRegistrar().get("/api/v1/agreements/" + agreement).then().body("parties[0].organization.id", equalTo(three));
        merge(three, one)
                .then()
                .statusCode(409)
                .body("detail", equalTo("organization %s is merged into %s".formatted(one, two)));
        merge(one, three).then().statusCode(409);
        read(three).then().body("mergedInto", nullValue());
    }

    @Test
    void two_that_stand_on_different_sides_are_not_the_same() {
        var pakistan = registered("Ministry of Health " + word, "PK");
        var agreement = concluded(pakistan, palestine);
        var reference = asRegistrar().get("/api/v1/agreements/" + agreement).<String>path("reference");

        merge(pakistan, palestine)
                .then()
                .statusCode(409)
                .body("detail", equalTo("the two stand on different sides of agreement " + reference));
        read(pakistan).then().body("mergedInto", nullValue());
    }

    @Test
    void an_organization_is_not_merged_into_itself_or_into_nobody() {
        merge(palestine, palestine).then().statusCode(400).body("violations.field", contains("into"));
        merge(palestine, UUID.randomUUID().toString())
                .then()
                .statusCode(400)
                .body("violations.field", contains("into"));
        command(palestine, "merger", "{\"into\": \"%s\"}".formatted(palestine))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
        command(palestine, "separation", "{\"reason\": \"x\"}").then().statusCode(409);
    }

    @Test
    void a_duplicate_is_not_changed_any_more() {
        var twice = registered("Ministry of Helth " + word, "PK");
        var stays = registered("Ministry of Health " + word, "PK");
        merge(twice, stays).then().statusCode(200);

        patch(twice, "{\"calendar\": \"PK\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("is merged into " + stays));
        asRegistrar()
                .queryParam("q", word)
                .get("/api/v1/organizations")
                .then()
                .body("items.id", not(hasItem(twice)))
                .body("items.id", hasItem(stays));
    }

    @Test
    void the_one_that_stays_does_not_take_the_very_description_of_its_duplicate() {
        var twice = registered("Ministry of Helth " + word, "PK");
        var stays = registered("Ministry of Health " + word, "PK");
        merge(twice, stays).then().statusCode(200);

        patch(stays, "{\"name\": \"Ministry of Helth %s\"}".formatted(word))
                .then()
                .statusCode(409);
    }

    @Test
    void an_agreement_keeps_who_signed_and_shows_who_stands_there() {
        var before = registered("Ministry of National Health " + word, "PK");
        var after = registered("Ministry of Health " + word, "PK");
        var agreement = concluded(before, palestine);

        succeed(before, after, "2026-07-01")
                .then()
                .statusCode(200)
                .body("succession.by", equalTo(after))
                .body("succession.on", equalTo("2026-07-01"));

        asRegistrar()
                .get("/api/v1/agreements/" + agreement)
                .then()
                .statusCode(200)
                .body("parties[0].organization.id", equalTo(before))
                .body("successions.party", contains("PK"))
                .body("successions[0].on", equalTo("2026-07-01"))
                .body("successions[0].organization.id", equalTo(after));
        for (var day : List.of("2026-06-30", "2026-07-01")) {
            asRegistrar()
                    .get("/api/v1/agreements/" + agreement + "/responsible?on=" + day)
                    .then()
                    .statusCode(200)
                    .body("parties[0].organization.id", equalTo(day.equals("2026-06-30") ? before : after));
        }
    }

    @Test
    void a_succession_is_refused_where_it_goes_in_a_circle_and_taken_back_where_it_was_wrong() {
        var before = registered("Before " + word, "PK");
        var after = registered("After " + word, "PK");
        succeed(before, after, "2024-07-01").then().statusCode(200);

        succeed(after, before, "2025-07-01").then().statusCode(409);
        succeed(before, palestine, "2025-07-01")
                .then()
                .statusCode(409)
                .body("detail", equalTo("it was succeeded on 2024-07-01 already"));
        merge(before, after).then().statusCode(409);
        command(before, "succession/withdrawal", "{\"reason\": \"another decree\"}")
                .then()
                .statusCode(200)
                .body("succession", nullValue());
        succeed(after, before, "2025-07-01").then().statusCode(200);
        assertThat(Told.of("mou.organizations.v1", before))
                .extracting(Told::type)
                .containsExactly("mou.organization.succeeded.v1", "mou.organization.succeeded.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"by\": \"$self\"", "\"by\": \"$nobody\"", "\"on\": \"2024-13-01\"", "\"kind\": \"SPLIT\""})
    void a_succession_that_cannot_be_meant_is_refused(String wrong) {
        var by = registered("After " + word, "PS");
        var field = wrong.substring(1, wrong.indexOf('"', 1));
        var json = "{\"kind\": \"RENAMED\", \"by\": \"%s\", \"on\": \"2024-07-01\"}"
                .formatted(by)
                .replaceAll("\"%s\": \"[^\"]*\"".formatted(field), java.util.regex.Matcher.quoteReplacement(wrong))
                .replace("$self", palestine)
                .replace("$nobody", UUID.randomUUID().toString());

        command(palestine, "succession", json).then().statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void a_new_zone_reaches_the_agreements() {
        var pakistan = registered("Ministry of Health " + word, "PK");
        var agreement = concluded(pakistan, palestine);

        patch(pakistan, "{\"zone\": \"Asia/Tashkent\"}").then().statusCode(200);

        awaitTold(agreement, "/parties/0/organization/zone", "Asia/Tashkent");
    }
}
