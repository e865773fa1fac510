package org.moutracker.workinggroups.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class ConfirmationResourceTest {

    private static final String TWO_RULES =
            "As soon as possible, but no later than six months after the entry into force";

    @Test
    void a_confirmed_proposal_is_a_rule_that_keeps_its_clause() {
        var reading = reading(TWO_RULES);

        confirm(reading, "{\"proposal\": 1, \"clause\": \" article 7(2) \"}")
                .statusCode(200)
                .body("proposal", equalTo(1))
                .body("rule.steps[0].period", equalTo("P6M"))
                .body("sentence", equalTo("Within 6 months after the entry into force."))
                .body("text", equalTo(TWO_RULES))
                .body("clause", equalTo("article 7(2)"))
                .body("confirmedBy", equalTo("local-registrar"));

        asRegistrar()
                .get("/api/v1/clause-readings/" + reading)
                .then()
                .header("ETag", "\"2\"")
                .body("confirmed[0].rule.steps[0].kind", equalTo("WITHIN"));
    }

    @Test
    void the_same_confirmation_again_changes_nothing_and_another_is_refused() {
        var reading = reading(TWO_RULES);
        var first = confirm(reading, "{\"proposal\": 1, \"clause\": \"article 7\"}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(confirm(reading, "{\"proposal\": 1, \"clause\": \"article 7\"}")
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(first);
        confirm(reading, "{\"proposal\": 1, \"clause\": \"article 8\"}")
                .statusCode(409)
                .body("detail", equalTo("proposal 1 was confirmed otherwise by local-registrar"));
        confirm(reading, """
                {"proposal": 1, "clause": "article 7",
                 "rule": {"anchor": {"event": "SIGNATURE"}, "steps": [{"kind": "WITHIN", "period": "P6M"}]}}""").statusCode(409);
    }

    @Test
    void every_proposal_of_a_reading_is_confirmed_by_itself() {
        var reading = reading(TWO_RULES);

        confirm(reading, "{\"proposal\": 0}").statusCode(200).body("clause", nullValue());
        confirm(reading, "{\"proposal\": 1}").statusCode(200);

        asRegistrar()
                .get("/api/v1/clause-readings/" + reading)
                .then()
                .body("confirmed.size()", equalTo(2))
                .body("confirmed[0].rule.steps[0].words", equalTo("As soon as possible"));
    }

    @Test
    void an_edited_rule_is_confirmed_in_place_of_the_proposal_and_can_be_previewed() {
        var rule = confirm(reading("within the next 30 days"), """
                        {"proposal": 0,
                         "rule": {"anchor": {"event": "STATEMENT_MADE"}, "steps": [{"kind": "WITHIN", "period": "P30D"}],
                                  "roll": "FOLLOWING", "calendars": {"mode": "ALL_OPEN", "authorities": ["PK", "PS"]}}}""")
                .statusCode(200)
                .body("sentence", containsString("next one open in PK and PS"))
                .extract()
                .jsonPath()
                .getMap("rule");

        asRegistrar()
                .contentType("application/json")
                .body(Map.of("rule", rule, "facts", Map.of("STATEMENT_MADE", "2025-09-17")))
                .post("/api/v1/deadline-previews")
                .then()
                .statusCode(200)
                .body("lastDay", equalTo("2025-10-20"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"proposal": 2}                                              | proposal
            {"proposal": -1}                                             | proposal
            {"proposal": "first"}                                        | proposal
            {}                                                           | proposal
            {"proposal": 0, "rule": {"steps": []}}                       | rule.anchor
            {"proposal": 0, "rule": {"anchor": {"event": "SIGNATURE"}, "steps": [{"kind": "WORKING_DAYS", "days": 3}]}} | rule.steps[0]
            {"proposal": 0, "clause": "\\u0000"}                         | clause
            {"proposal": 0, "date": "2025-10-17"}                        | date
            """)
    void a_bad_confirmation_names_its_field(String body, String field) {
        confirm(reading(TWO_RULES), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void what_was_not_read_cannot_be_confirmed() {
        confirm(reading("within 30 days of the full moon"), "{\"proposal\": 0}")
                .statusCode(400)
                .body("violations[0].message", equalTo("is not there: this clause was not read"));
    }

    @Test
    void of_many_that_confirm_at_once_one_counts() throws Exception {
        var reading = reading(TWO_RULES);

        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> confirm(reading, "{\"proposal\": 1, \"clause\": \"article %d\"}".formatted(i))
                                    .extract()
                                    .statusCode())
                    .toList());
            var codes = new ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).containsOnlyOnce(200).containsOnly(200, 409);
        }
    }

    private static String reading(String text) {
        return sending("{\"text\": \"%s\", \"language\": \"en-GB\"}".formatted(text))
                .post("/api/v1/clause-readings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse confirm(String reading, String body) {
        return sending(body)
                .post("/api/v1/clause-readings/" + reading + "/confirmation")
                .then();
    }
}
