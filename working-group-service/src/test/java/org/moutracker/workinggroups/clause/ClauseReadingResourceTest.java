package org.moutracker.workinggroups.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class ClauseReadingResourceTest {

    private static final String MINISTER = """
            {"text": "The Health Working Group will be established within the next 30 days", "language": "en"}""";

    @Inject
    Rows rows;

    @Test
    void a_clause_is_read_into_a_proposal_that_shows_its_words_and_has_no_date() {
        var reading = read(MINISTER)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("outcome", equalTo("READ"))
                .body("proposals.rule.anchor.event", contains("STATEMENT_MADE"))
                .body("proposals.rule.steps[0].period", contains("P30D"))
                .body("proposals[0].sentence", equalTo("Within 30 days after the statement."))
                .body("proposals[0].words.as", contains("DIRECTION", "PERIOD"))
                .body("proposals[0].remarks", contains(containsString("“next”")))
                .body("notUnderstood", empty())
                .body("confirmed", empty())
                .body("readBy", equalTo("local-registrar"))
                .extract();

        assertThat(reading.asString()).doesNotContain("lastDay", "dueAt");
        assertThat(Api.get(reading.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .getMap(""))
                .isEqualTo(reading.jsonPath().getMap(""));
    }

    @Test
    void a_clause_that_cannot_be_read_is_said_to_be_unread_with_the_words_that_are_to_blame() {
        var text = "within 30 days of the full moon";

        var reading = read(clause(text))
                .statusCode(201)
                .body("outcome", equalTo("UNREAD"))
                .body("proposals", empty())
                .body("remarks", hasItem(containsString("full moon")))
                .extract()
                .jsonPath();

        assertThat(text.substring(reading.getInt("notUnderstood[0].start"), reading.getInt("notUnderstood[0].end")))
                .isEqualTo(text);
    }

    @Test
    void working_days_and_an_anchor_that_is_not_said_come_from_the_caller() {
        var text = "The requested Party shall reply within three working days";

        read(clause(text)).statusCode(201).body("outcome", equalTo("UNREAD"));
        read(clause(text, """
                        , "anchor": {"event": "NOTIFICATION_RECEIVED"}, "calendars": {"authorities": ["PK"]}"""))
                .statusCode(201)
                .body("outcome", equalTo("READ"))
                .body("proposals[0].rule.steps[0].days", equalTo(3))
                .body("proposals[0].rule.calendars.authorities", contains("PK"))
                .body("proposals[0].rule.anchor.event", equalTo("NOTIFICATION_RECEIVED"));
    }

    @Test
    void a_repeat_with_the_same_key_gives_the_same_reading_and_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        var first = sending(MINISTER)
                .header("Idempotency-Key", key)
                .post("/api/v1/clause-readings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        sending(MINISTER)
                .header("Idempotency-Key", key)
                .post("/api/v1/clause-readings")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        sending(clause("annually"))
                .header("Idempotency-Key", key)
                .post("/api/v1/clause-readings")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"text": "annually", "language": "fr"}                                       | language
            {"text": "annually", "language": ""}                                         | language
            {"text": "annually"}                                                         | language
            {"language": "en"}                                                           | text
            {"text": " ", "language": "en"}                                              | text
            {"text": 3, "language": "en"}                                                | text
            {"text": "annually\\u0000", "language": "en"}                                | text
            {"text": "annually\\ud83d", "language": "en"}                                | text
            {"text": "annually", "language": "en", "tone": "kind"}                       | tone
            {"text": "annually", "language": "en", "anchor": {"event": "WEDDING"}}       | anchor.event
            {"text": "annually", "language": "en", "calendars": {"authorities": []}}     | calendars.authorities
            {"text": "annually", "language": "en", "calendars": {"mode": "ALL_OPEN"}}    | calendars.authorities
            """)
    void a_bad_request_names_its_field_and_nothing_is_stored(String body, String field) {
        var before = rows.ask("SELECT count(*) FROM clause_reading");

        read(body).statusCode(400).contentType("application/problem+json").body("violations[0].field", equalTo(field));

        assertThat(rows.ask("SELECT count(*) FROM clause_reading")).isEqualTo(before);
    }

    @Test
    void a_text_beyond_the_limit_is_refused() {
        read(clause("a".repeat(10_000))).statusCode(201);
        read(clause("a".repeat(10_001))).statusCode(400).body("violations[0].field", equalTo("text"));
    }

    @Test
    void readings_are_listed_newest_first_and_by_whether_they_were_confirmed() {
        var older = id(read(MINISTER));
        var newer = id(read(MINISTER));
        sending("{\"proposal\": 0}")
                .post("/api/v1/clause-readings/" + older + "/confirmation")
                .then()
                .statusCode(200);

        var first = Api.get("/api/v1/clause-readings?limit=1");
        assertThat(first.getString("items[0].id")).isEqualTo(newer);
        assertThat(Api.get("/api/v1/clause-readings?limit=1&cursor=" + first.getString("next"))
                        .getString("items[0].id"))
                .isEqualTo(older);
        assertThat(Api.get("/api/v1/clause-readings?limit=1&confirmed=true").getString("items[0].id"))
                .isEqualTo(older);
        assertThat(Api.get("/api/v1/clause-readings?limit=1&confirmed=true")
                        .getString("items[0].confirmed[0].confirmedBy"))
                .isEqualTo("local-registrar");
        assertThat(Api.get("/api/v1/clause-readings?limit=1&confirmed=false").getString("items[0].id"))
                .isEqualTo(newer);
    }

    @ParameterizedTest
    @CsvSource({"confirmed=maybe, confirmed", "limit=0, limit", "cursor=abc, cursor", "colour=red, colour"})
    void a_bad_parameter_is_named(String query, String field) {
        asRegistrar()
                .get("/api/v1/clause-readings?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void what_is_not_there_is_not_found() {
        asRegistrar().get("/api/v1/clause-readings/" + UUID.randomUUID()).then().statusCode(404);
        sending("{\"proposal\": 0}")
                .post("/api/v1/clause-readings/" + UUID.randomUUID() + "/confirmation")
                .then()
                .statusCode(404);
    }

    @Test
    void a_stored_reading_and_a_confirmation_cannot_be_changed() {
        assertThatThrownBy(() -> rows.execute("UPDATE clause_reading SET text = 'annually'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> rows.execute("DELETE FROM clause_confirmation"))
                .hasMessageContaining("permission denied");
    }

    private static String id(ValidatableResponse reading) {
        return reading.statusCode(201).extract().path("id");
    }

    private static ValidatableResponse read(String body) {
        return sending(body).post("/api/v1/clause-readings").then();
    }

    private static String clause(String text) {
        return clause(text, "");
    }

    private static String clause(String text, String more) {
        return "{\"text\": \"%s\", \"language\": \"en\"%s}".formatted(text, more);
    }
}
