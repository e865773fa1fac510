package org.moutracker.agreements.responsibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.responsibility.Naming.agreement;
import static org.moutracker.agreements.responsibility.Naming.end;
import static org.moutracker.agreements.responsibility.Naming.officers;
import static org.moutracker.agreements.responsibility.Naming.responsible;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;
import org.moutracker.localstack.TestStack;

/** The day of these tests is 2025-09-17. */
@AgreementsTest
class OfficersTest {

    private final Naming naming = Naming.fresh();

    @Test
    void an_agreement_has_several_officers_one_of_whom_leads_and_followers() {
        var agreement = agreement();
        naming.known("khan", "ahmed", "nasser");

        naming.named(agreement, "ahmed", "OFFICER", "");
        naming.named(agreement, "khan", "LEAD", "");
        naming.named(agreement, "nasser", "FOLLOWER", "");

        officers(agreement)
                .then()
                .statusCode(200)
                .body("items.role", contains("OFFICER", "LEAD", "FOLLOWER"))
                .body("items[1].from", equalTo("2025-09-17"))
                .body("items[1].person.email", equalTo("khan@" + naming.word() + ".example"));
        responsible(agreement, "2025-09-17")
                .then()
                .statusCode(200)
                .body("officers.subject", contains(naming.subject("khan"), naming.subject("ahmed")))
                .body("officers.leads", contains(true, false))
                .body("followers.name", contains("nasser " + naming.word()))
                .body("nobody", nullValue());
    }

    @Test
    void somebody_who_is_not_known_is_described_with_the_first_agreement() {
        var agreement = agreement();

        naming.name(agreement, "khan", "LEAD", "").then().statusCode(400).body("violations.field", contains("subject"));
        officers(agreement).then().body("items", empty());
        naming.name(agreement, "khan", "LEAD", ", \"person\": " + naming.person("khan"))
                .then()
                .statusCode(201)
                .body("person.language", equalTo("ur"));
        naming.name(agreement(), "khan", "LEAD", "").then().statusCode(201);
    }

    @Test
    void one_leads_at_a_time() {
        var agreement = agreement();
        naming.known("khan", "ahmed");
        naming.named(agreement, "khan", "LEAD", ", \"until\": \"2025-12-31\"");

        naming.name(agreement, "ahmed", "LEAD", ", \"from\": \"2025-12-31\"")
                .then()
                .statusCode(409)
                .body("detail", equalTo(naming.subject("khan") + " leads then already: end that first, or hand over"));
        naming.name(agreement, "khan", "LEAD", "")
                .then()
                .statusCode(409)
                .body("detail", containsString("is LEAD of it"));
        naming.name(agreement, "ahmed", "LEAD", ", \"from\": \"2026-01-01\"")
                .then()
                .statusCode(201);
        responsible(agreement, "2025-12-31").then().body("officers.subject", contains(naming.subject("khan")));
        responsible(agreement, "2026-01-01").then().body("officers.subject", contains(naming.subject("ahmed")));
    }

    @Test
    void what_ended_stays_on_record_and_does_not_end_again() {
        var agreement = agreement();
        naming.known("khan");
        var assignment = naming.named(agreement, "khan", "LEAD", ", \"from\": \"2025-01-01\"");

        end(agreement, assignment, "2025-08-31").then().statusCode(200).body("until", equalTo("2025-08-31"));

        end(agreement, assignment, "2025-12-31")
                .then()
                .statusCode(409)
                .body("detail", equalTo("it ended on 2025-08-31 already"));
        officers(agreement).then().body("items", hasSize(1));
        responsible(agreement, "2025-09-01")
                .then()
                .body("officers", empty())
                .body("nobody", equalTo("no officer is named for that day"));
        asRegistrar()
                .get("/api/v1/agreements/" + agreement + "/officers/history")
                .then()
                .statusCode(200)
                .body("items.what", contains("NAMED", "ENDED"))
                .body("items[1].reason", equalTo("posted abroad"));
    }

    @Test
    void days_that_cannot_be_meant_are_refused() {
        var agreement = agreement();
        naming.known("khan");
        var assignment = naming.named(agreement, "khan", "LEAD", ", \"from\": \"2025-10-01\"");

        naming.name(agreement, "khan", "OFFICER", ", \"from\": \"2025-10-01\", \"until\": \"2025-09-30\"")
                .then()
                .statusCode(400)
                .body("violations.field", contains("until"));
        end(agreement, assignment, "2025-09-29").then().statusCode(400).body("violations.field", contains("on"));
        end(agreement, assignment, "2025-09-30").then().statusCode(200);
        naming.name(agreement, "khan", "LEAD", "").then().statusCode(201);
    }

    @Test
    void a_deputy_stands_in_everywhere_at_once() {
        var one = agreement();
        var other = agreement();
        naming.known("khan", "ahmed");
        naming.named(one, "khan", "LEAD", "");
        naming.named(other, "khan", "OFFICER", "");

        naming.away("khan", "2025-10-01", "2025-10-14", naming.deputy("ahmed"))
                .then()
                .statusCode(201);

        for (var agreement : new String[] {one, other}) {
            responsible(agreement, "2025-10-14")
                    .then()
                    .body("officers.subject", contains(naming.subject("ahmed")))
                    .body("officers.insteadOf", contains(naming.subject("khan")))
                    .body("officers.because", contains(naming.subject("khan") + " is away until 2025-10-14"));
            responsible(agreement, "2025-10-15").then().body("officers.subject", contains(naming.subject("khan")));
        }
    }

    @Test
    void it_is_said_when_the_deputy_is_away_too() {
        var agreement = agreement();
        naming.known("khan", "ahmed");
        naming.named(agreement, "khan", "LEAD", "");
        naming.away("khan", "2025-10-01", "2025-10-14", naming.deputy("ahmed"));
        naming.away("ahmed", "2025-10-10", "2025-10-20", naming.deputy("khan"));

        responsible(agreement, "2025-10-12")
                .then()
                .body("officers", empty())
                .body("away.subject", contains(naming.subject("khan")))
                .body("nobody", containsString("they stand in for each other"));
    }

    @Test
    void an_absence_that_cannot_be_meant_is_refused_and_nothing_is_changed() {
        naming.known("khan", "ahmed");
        naming.away("khan", "2025-10-01", "2025-10-14").then().statusCode(201);

        naming.away("khan", "2025-10-20", "2025-10-19").then().statusCode(400).body("violations.field", contains("to"));
        naming.away("khan", "2025-10-20", "2025-10-21", naming.deputy("khan"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("deputy"));
        naming.away("khan", "2025-10-20", "2025-10-21", naming.deputy("nobody"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("deputy"));
        naming.away("khan", "2025-10-14", "2025-10-20")
                .then()
                .statusCode(409)
                .body("detail", equalTo(naming.subject("khan") + " is away from 2025-10-01 to 2025-10-14 already"));
        naming.away("stranger", "2025-10-01", "2025-10-14").then().statusCode(404);
        asRegistrar()
                .get("/api/v1/officers/" + naming.subject("khan") + "/absences")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void whoever_is_back_earlier_acts_again() {
        var agreement = agreement();
        naming.known("khan", "ahmed");
        naming.named(agreement, "khan", "LEAD", "");
        var absence = naming.away("khan", "2025-10-01", "2025-10-14", naming.deputy("ahmed"))
                .<String>path("id");
        var end = "/api/v1/officers/%s/absences/%s/end".formatted(naming.subject("khan"), absence);

        sending("{\"on\": \"2025-10-15\"}").post(end).then().statusCode(400).body("violations.field", contains("on"));
        sending("{\"on\": \"2025-10-05\"}")
                .post(end)
                .then()
                .statusCode(200)
                .body("to", equalTo("2025-10-05"))
                .body("plannedUntil", equalTo("2025-10-14"));

        responsible(agreement, "2025-10-06").then().body("officers.subject", contains(naming.subject("khan")));
        sending("{\"on\": \"2025-09-30\"}").post(end).then().statusCode(200);
        responsible(agreement, "2025-10-02").then().body("officers.subject", contains(naming.subject("khan")));
    }

    @Test
    void officers_are_told_by_id_and_who_they_are_on_the_people_topic_alone() {
        var agreement = agreement();
        naming.known("khan", "ahmed");
        var person = naming.name(agreement, "khan", "LEAD", "").<String>path("person.id");
        naming.away("khan", "2025-10-01", "2025-10-14", naming.deputy("ahmed"));

        var told = Told.of("mou.responsibilities.v1", agreement);
        assertThat(told).extracting(Told::type).containsExactly("mou.responsibility.changed.v1");
        assertThat(told.getLast().state().at("/officers/0/personId").asText()).isEqualTo(person);
        assertThat(told.getLast().state().toString()).doesNotContain(naming.word());
        var people = Told.of("mou.people.v1", person);
        assertThat(people.getFirst().state().get("email").asText()).isEqualTo("khan@" + naming.word() + ".example");
        assertThat(people.getFirst().state().has("absences")).isFalse();
        assertThat(people.getLast().state().at("/absences/0/to").asText()).isEqualTo("2025-10-14");
        for (var topic : new String[] {"mou.agreements.v1", "mou.agreements.state.v1"}) {
            assertThat(Told.of(topic, agreement).toString()).doesNotContain(naming.word());
        }
    }

    @Test
    void who_can_be_reached_in_another_way_is_told_once() {
        naming.known("khan");
        var path = "/api/v1/officers/" + naming.subject("khan");
        var person = asRegistrar().get(path).<String>path("person.id");

        sending(naming.person("khan").replace("\"ur\"", "\"en\""))
                .put(path)
                .then()
                .statusCode(200);
        sending(naming.person("khan").replace("\"ur\"", "\"en\""))
                .put(path)
                .then()
                .statusCode(200);

        assertThat(Told.of("mou.people.v1", person)).hasSize(2);
        naming.known("ahmed");
        sending(naming.person("ahmed"))
                .put(path)
                .then()
                .statusCode(409)
                .body("detail", equalTo("another person is known by this mail address"));
        sending("{\"name\": \"X\", \"email\": \"nowhere\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("email")));
    }

    @Test
    void an_officer_who_is_erased_leaves_a_pseudonym() {
        var agreement = agreement();
        var key = UUID.randomUUID().toString();
        var body = "{\"subject\": \"%s\", \"role\": \"LEAD\", \"person\": %s}"
                .formatted(naming.subject("khan"), naming.person("khan"));
        var first = sending(body).header("Idempotency-Key", key).post("/api/v1/agreements/" + agreement + "/officers");
        var person = first.<String>path("person.id");

        sending("{\"reason\": \"asked to be forgotten\"}")
                .post("/api/v1/officers/" + naming.subject("khan") + "/erasure")
                .then()
                .statusCode(204);

        officers(agreement)
                .then()
                .body("items[0].person.name", equalTo("Person " + person.substring(person.length() - 4)))
                .body("items[0].person.email", nullValue());
        // The answer that was kept is forgotten, so it is not what the document says.
        assertThat(given().auth()
                        .oauth2(TestStack.token("registrar"))
                        .contentType("application/json")
                        .body(body)
                        .header("Idempotency-Key", key)
                        .post("/api/v1/agreements/" + agreement + "/officers")
                        .asString())
                .isEmpty();
        naming.away("khan", "2025-10-01", "2025-10-14").then().statusCode(409);
    }

    @Test
    void agreements_are_listed_by_who_is_responsible_today() {
        var mine = agreement();
        var followed = agreement();
        var later = agreement();
        naming.known("khan");
        naming.named(mine, "khan", "OFFICER", "");
        naming.named(followed, "khan", "FOLLOWER", "");
        naming.named(later, "khan", "LEAD", ", \"from\": \"2025-09-18\"");

        asRegistrar()
                .get("/api/v1/agreements?officer=" + naming.subject("khan"))
                .then()
                .statusCode(200)
                .body("items.id", contains(mine));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agreements/{id}/officers",
        "/api/v1/agreements/{id}/officers/history",
        "/api/v1/agreements/{id}/responsible",
        "/api/v1/agreements?officer=khan",
        "/api/v1/officers/khan",
        "/api/v1/officers/khan/absences"
    })
    void the_people_of_a_party_do_not_see_who_keeps_the_register(String path) {
        given().auth()
                .oauth2(TestStack.token("member", "PS"))
                .get(path.replace("{id}", agreement()))
                .then()
                .statusCode(403);
    }

    @Test
    void what_nobody_knows_is_not_found() {
        naming.known("khan");
        var nobody = UUID.randomUUID().toString();

        naming.name(nobody, "khan", "LEAD", "").then().statusCode(404);
        end(agreement(), nobody, "2025-12-31").then().statusCode(404);
        responsible(nobody, "2025-12-31").then().statusCode(404);
        asRegistrar().get("/api/v1/officers/nobody-" + naming.word()).then().statusCode(404);
        asRegistrar().get("/api/v1/handovers/" + nobody).then().statusCode(404);
    }
}
