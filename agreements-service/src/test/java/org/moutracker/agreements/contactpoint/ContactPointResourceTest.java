package org.moutracker.agreements.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.organization.Registering.agreement;
import static org.moutracker.agreements.organization.Registering.merge;
import static org.moutracker.agreements.organization.Registering.registered;
import static org.moutracker.agreements.organization.Registering.succeed;
import static org.moutracker.agreements.organization.Registering.word;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Api;
import org.moutracker.agreements.Told;

/** The day of these tests is 2025-09-17. */
@AgreementsTest
class ContactPointResourceTest {

    private final String word = word();
    private String ministry = "";

    @BeforeEach
    void register_a_ministry() {
        ministry = registered("Ministry of Health " + word, "PK");
    }

    private String body(String name, String more) {
        return """
                {"person": {"name": "%1$s %2$s", "email": "%1$s@%2$s.example"}, "role": "Director"%3$s}""".formatted(name, word, more);
    }

    private static Response points(String organization) {
        return asRegistrar().get("/api/v1/organizations/" + organization + "/contact-points");
    }

    private Response name(String organization, String name, String more) {
        return sending(body(name, more)).post("/api/v1/organizations/" + organization + "/contact-points");
    }

    private static Response end(Response point, String on) {
        return sending("{\"on\": \"%s\"}".formatted(on)).post(point.header("Location") + "/end");
    }

    @Test
    void an_organization_has_contact_points_in_its_own_zone() {
        var point = name(ministry, "saleh", "");

        point.then()
                .statusCode(201)
                .body("person.zone", equalTo("Asia/Karachi"))
                .body("person.language", equalTo("en"))
                .body("from", equalTo("2025-09-17"));
        points(ministry).then().statusCode(200).body("items.role", contains("Director"));
        asRegistrar().get(point.header("Location")).then().statusCode(200).header("ETag", equalTo("\"1\""));
    }

    @Test
    void who_it_is_travels_on_the_people_topic_alone() {
        var point = name(ministry, "saleh", "");
        end(point, "2025-12-31").then().statusCode(200);

        var told = Told.of("mou.contact-points.v1", point.path("id"));
        assertThat(told)
                .extracting(Told::type)
                .containsExactly("mou.contact-point.named.v1", "mou.contact-point.ended.v1");
        assertThat(told.toString()).doesNotContain(word).doesNotContain("Director");
        assertThat(told.getLast().state().get("personId").asText()).isEqualTo(point.path("person.id"));
        assertThat(Told.of("mou.people.v1", point.path("person.id")))
                .extracting(person -> person.state().get("email").asText())
                .containsExactly("saleh@" + word + ".example");
    }

    @Test
    void the_same_person_is_named_once_for_the_same_days() {
        name(ministry, "saleh", ", \"until\": \"2025-12-31\"").then().statusCode(201);

        name(ministry, "saleh", ", \"from\": \"2025-12-31\"").then().statusCode(409);
        name(ministry, "saleh", ", \"from\": \"2026-01-01\"").then().statusCode(201);
        name(registered("Another " + word, "PS"), "saleh", "").then().statusCode(201);
    }

    @Test
    void one_that_ended_stays_on_record_and_does_not_end_again() {
        var point = name(ministry, "saleh", ", \"from\": \"2025-01-01\"");

        end(point, "2024-12-30").then().statusCode(400).body("violations.field", contains("on"));
        end(point, "2025-08-31").then().statusCode(200).body("until", equalTo("2025-08-31"));

        end(point, "2025-12-31").then().statusCode(409);
        points(ministry).then().body("items", hasSize(1));
        asRegistrar()
                .get("/api/v1/organizations/" + ministry + "/contact-points?on=2025-09-17")
                .then()
                .body("items", empty());
    }

    @Test
    void contact_points_of_a_duplicate_are_those_of_the_one_that_stays() {
        var twice = registered("Ministry of Helth " + word, "PK");
        name(twice, "saleh", "").then().statusCode(201);
        merge(twice, ministry).then().statusCode(200);

        points(ministry).then().body("items", hasSize(1));
        name(twice, "nasser", "")
                .then()
                .statusCode(409)
                .body("detail", equalTo("organization %s is merged into %s".formatted(twice, ministry)));
    }

    @Test
    void an_agreement_turns_to_whoever_stands_there_on_the_day() {
        var after = registered("Ministry of Care " + word, "PK");
        var palestine = registered("Ministry of " + word, "PS");
        var agreement = Api.register(agreement(ministry, palestine)).<String>path("id");
        name(ministry, "saleh", "").then().statusCode(201);
        succeed(ministry, after, "2026-01-01").then().statusCode(200);
        var path = "/api/v1/agreements/" + agreement + "/responsible?on=2026-01-01";

        // Until it has named somebody, whoever answered before is asked.
        asRegistrar()
                .get(path)
                .then()
                .statusCode(200)
                .body("parties[0].organization.id", equalTo(after))
                .body("parties[0].contactPoints.person.name", contains("saleh " + word))
                .body("parties[1].contactPoints", empty());
        name(after, "nasser", ", \"from\": \"2026-01-01\"").then().statusCode(201);
        asRegistrar().get(path).then().body("parties[0].contactPoints.person.name", contains("nasser " + word));
        asRegistrar()
                .get("/api/v1/agreements/" + agreement + "/responsible?on=2025-12-31")
                .then()
                .body("parties[0].contactPoints.person.name", contains("saleh " + word));
    }

    @Test
    void the_same_person_can_be_reached_at_another_address() {
        var point = name(ministry, "saleh", "");
        name(ministry, "nasser", "").then().statusCode(201);
        var person = point.header("Location") + "/person";

        sending("{\"name\": \"Saleh\", \"email\": \"new@%s.example\"}".formatted(word))
                .put(person)
                .then()
                .statusCode(200)
                .body("person.id", equalTo(point.path("person.id")))
                .body("person.email", equalTo("new@" + word + ".example"))
                .body("person.zone", equalTo("Asia/Karachi"));
        sending("{\"name\": \"Saleh\", \"email\": \"nasser@%s.example\"}".formatted(word))
                .put(person)
                .then()
                .statusCode(409);

        assertThat(Told.of("mou.people.v1", point.path("person.id"))).hasSize(2);
    }

    @Test
    void a_person_who_is_erased_leaves_a_pseudonym() {
        var point = name(ministry, "saleh", "");

        sending("{\"reason\": \"asked to be forgotten\"}")
                .post(point.header("Location") + "/erasure")
                .then()
                .statusCode(204);

        var id = point.<String>path("person.id");
        points(ministry)
                .then()
                .body("items[0].person.name", equalTo("Person " + id.substring(id.length() - 4)))
                .body("items[0].person.email", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"role": "Director"}                                                          | person
                    {"person": {"name": "S", "email": "nowhere"}, "role": "Director"}             | person.email
                    {"person": {"name": "S", "email": "s@x.example", "zone": "+05:00"}, "role": "D"} | person.zone
                    {"person": {"name": "S", "email": "s@x.example", "language": "??"}, "role": "D"} | person.language
                    {"person": {"name": "S", "email": "s@x.example"}, "role": " "}                | role
                    {"person": {"name": "S", "email": "s@x.example"}, "role": "D", "from": "2026-02-01", "until": "2026-01-31"} | until
                    """)
    void one_that_cannot_be_meant_is_refused_with_its_field(String json, String field) {
        sending(json)
                .post("/api/v1/organizations/" + ministry + "/contact-points")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
        points(ministry).then().body("items", empty());
    }

    @Test
    void what_nobody_knows_is_not_found() {
        var nobody = UUID.randomUUID().toString();

        points(nobody).then().statusCode(404);
        name(nobody, "saleh", "").then().statusCode(404);
        asRegistrar()
                .get("/api/v1/organizations/%s/contact-points/%s".formatted(ministry, nobody))
                .then()
                .statusCode(404);
    }
}
