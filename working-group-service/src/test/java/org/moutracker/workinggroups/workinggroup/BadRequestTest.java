package org.moutracker.workinggroups.workinggroup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class BadRequestTest {

    private static final String GOOD = """
            {"person": {"name": "Ayesha Khan", "email": "ayesha.khan@health.example", "language": "ur",
                        "zone": "Asia/Karachi"}, "party": "PK", "role": "CO_CHAIR"}""";

    @Inject
    Rows rows;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "name": "Ayesha Khan"       | "name": " "                | person.name
            "name": "Ayesha Khan",      | "nickname": "Ayesha",      | person.nickname
            "name": "Ayesha Khan"       | "name": 7                  | person.name
            "ayesha.khan@health.example" | "ayesha.khan"             | person.email
            "ayesha.khan@health.example" | "ayesha khan@health.example" | person.email
            "ayesha.khan@health.example" | "ayesha@localhost"        | person.email
            "email": "ayesha.khan@health.example", | -                | person.email
            "language": "ur"            | "language": "urdu, please" | person.language
            "language": "ur"            | "language": "qq"           | person.language
            "language": "ur"            | "language": ""             | person.language
            "zone": "Asia/Karachi"      | "zone": "Asia/Atlantis"    | person.zone
            "zone": "Asia/Karachi"      | "zone": "+05:00"           | person.zone
            "party": "PK"               | "party": ""                | party
            "party": "PK"               | "party": "US"              | party
            "party": "PK",              | -                          | party
            "role": "CO_CHAIR"          | "role": "KING"             | role
            "role": "CO_CHAIR"          | "role": 0                  | role
            "role": "CO_CHAIR"          | "role": null               | role
            "role": "CO_CHAIR"          | "role": "MEMBER", "status": "ACTIVE" | status
            {"person": {                | {"person": null, "x": {    | x
            {"person": {                | [{"person": {              | ~~
            """)
    void a_bad_nomination_names_its_field_and_stores_nothing(String part, String by, String field) {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        assertThat(GOOD).contains(part);
        var before = rows.written();

        var problem = sending(
                        GOOD.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(by.equals("-") ? "" : by)))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .extract()
                .jsonPath();

        assertThat(problem.getList("violations.field", String.class)).contains(field);
        assertThat(rows.written()).isEqualTo(before);
    }

    @Test
    void nobody_is_served_without_a_token() {
        for (var path : new String[] {"working-groups", "deadlines", "calendars"}) {
            given().get("/api/v1/" + path).then().statusCode(401).contentType("application/problem+json");
        }
    }

    @Test
    void another_media_type_or_method_is_refused() {
        asRegistrar()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/deadline-previews")
                .then()
                .statusCode(415);
        asRegistrar().delete("/api/v1/deadlines").then().statusCode(405);
    }
}
