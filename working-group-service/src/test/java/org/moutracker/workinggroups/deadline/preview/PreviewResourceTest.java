package org.moutracker.workinggroups.deadline.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class PreviewResourceTest {

    private static final String SEED = """
            {"rule": {"anchor": {"event": "STATEMENT_MADE"}, "steps": [{"kind": "WITHIN", "period": "P30D"}],
                      "calendars": {"mode": "ALL_OPEN", "authorities": ["PK", "PS"]},
                      "clock": {"mode": "LATEST", "zones": ["Asia/Karachi", "Asia/Hebron"]}},
             "facts": {"STATEMENT_MADE": "2025-09-17"}}""";

    @Inject
    Rows rows;

    @Test
    void thirty_days_end_on_a_friday_that_is_explained() {
        preview(SEED)
                .statusCode(200)
                .body("certainty", equalTo("EXACT"))
                .body("lastDay", equalTo("2025-10-17"))
                .body("dueAt", equalTo("2025-10-17T21:00:00Z"))
                .body("missing", empty())
                .body("explanation.step", contains("STATEMENT_MADE", "WITHIN P30D", "CHECK", "CLOCK LATEST"))
                .body("explanation.result", contains("2025-09-17", "2025-10-17", "2025-10-17", "2025-10-17"))
                .body(
                        "explanation.because",
                        contains(
                                "the day of the event is not counted",
                                "30 days after 2025-09-17: day 1 is 2025-09-18, day 30 is 2025-10-17",
                                "a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20",
                                "2025-10-17 ends in Asia/Karachi at 2025-10-17T19:00:00Z, 2025-10-17 ends in Asia/Hebron at"
                                        + " 2025-10-17T21:00:00Z; nobody is late until the day is over for all"))
                .body("calendarRevisions.PS", equalTo(1));
    }

    @Test
    void rolled_forward_they_end_on_the_monday() {
        preview(SEED.replace("\"steps\"", "\"roll\": \"FOLLOWING\", \"steps\""))
                .statusCode(200)
                .body("lastDay", equalTo("2025-10-20"))
                .body("dueAt", equalTo("2025-10-20T21:00:00Z"));
    }

    @Test
    void thirty_joint_working_days_take_until_november() {
        preview(SEED.replace("\"kind\": \"WITHIN\", \"period\": \"P30D\"", "\"kind\": \"WORKING_DAYS\", \"days\": 30"))
                .statusCode(200)
                .body("lastDay", equalTo("2025-11-10"))
                .body("dueAt", equalTo("2025-11-10T22:00:00Z"));
    }

    @Test
    void a_fact_known_in_part_is_pending_and_named() {
        preview(SEED.replace("2025-09-17", "2025-XX-17"))
                .statusCode(200)
                .body("certainty", equalTo("PENDING"))
                .body("lastDay", nullValue())
                .body("missing", contains("STATEMENT_MADE"));
        preview(SEED.replaceFirst(",\\s+\"facts\".*", "}")).statusCode(200).body("certainty", equalTo("PENDING"));
    }

    @Test
    void calendars_that_come_with_the_question_go_before_the_stored_ones() {
        preview("""
                {"rule": {"anchor": {"event": "NOTIFICATION_RECEIVED"}, "steps": [{"kind": "WORKING_DAYS", "days": 1}],
                          "calendars": {"authorities": ["PS"]}, "clock": {"zones": ["Asia/Hebron"]}},
                 "moments": {"NOTIFICATION_RECEIVED": "2026-03-27T10:00:00+02:00"},
                 "calendars": [{"authority": "PS", "weekend": [6], "closed": ["2026-03-29"], "workingDays": [],
                                "estimated": ["2026-03-30"], "confirmedUntil": "2026-12-31"}]}""").statusCode(200).body("lastDay", equalTo("2026-03-31")).body("certainty", equalTo("PROVISIONAL"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "PS"]                          | "ATLANTIS"]                              | rule.calendars.authorities[1]
            "period": "P30D"               | "period": "P1M3.5D"                      | rule.steps[0].period
            "period": "P30D"               | "perod": "P30D"                          | rule.steps[0]
            "kind": "WITHIN"               | "kind": "WHENEVER"                       | rule.steps[0].kind
            "event": "STATEMENT_MADE"      | "event": "WEDDING"                       | rule.anchor.event
            "Asia/Hebron"                  | "Asia/Atlantis"                          | rule.clock.zones[1]
            "mode": "ALL_OPEN"             | "mode": "NONE_OPEN"                      | rule.calendars.mode
            "STATEMENT_MADE": "2025-09-17" | "STATEMENT_MADE": "2025-02-30"           | facts.STATEMENT_MADE
            "STATEMENT_MADE": "2025-09-17" | "WEDDING": "2025-09-17"                  | facts.WEDDING
            "facts": {                     | "moments": {"SIGNATURE": "noon"}, "facts": { | moments.SIGNATURE
            "facts": {                     | "calendars": [{}], "facts": {            | calendars[0].authority
            "facts": {                     | "calendars": [null], "facts": {          | calendars[0]
            "facts": {                     | "calendars": [{"authority": "A", "weekend": [8]}], "facts": { | calendars[0].weekend[0]
            "facts": {                     | "colour": "red", "facts": {              | colour
            {"rule": {                     | {"rule": 3, "rules": {                   | rule
            """)
    void a_bad_question_names_the_field_and_nothing_is_stored(String part, String by, String field) {
        assertThat(SEED).contains(part);
        var before = rows.written();

        var problem = preview(SEED.replaceFirst(
                        java.util.regex.Pattern.quote(part), java.util.regex.Matcher.quoteReplacement(by)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .extract()
                .jsonPath();

        assertThat(problem.getList("violations.field", String.class)).anyMatch(named -> named.startsWith(field));
        assertThat(rows.written()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            rule.steps[0].period      | "steps": [{"kind": "WITHIN", "period": "P10000Y"}]
            rule.steps[0].period      | "steps": [{"kind": "WITHIN", "period": "P3652425D"}]
            rule.steps[0].period      | "steps": [{"kind": "WITHIN", "period": "P-30D"}]
            rule.steps[0].period      | "steps": [{"kind": "AT_LEAST_BEFORE", "period": "-P6M"}]
            rule.steps                | "steps": [{"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}, {"kind": "TERM", "period": "P900Y"}]
            rule.roll                 | "steps": [{"kind": "WITHIN", "period": "P1D"}], "roll": "FOLLOWING"
            rule.closeOfBusiness      | "steps": [{"kind": "ELAPSED", "duration": "PT24H"}], "closeOfBusiness": "16:00"
            rule.startDay             | "steps": [{"kind": "CLEAR_DAYS_BEFORE", "days": 14}], "startDay": "INCLUDED"
            rule.clock.zones          | "steps": [], "clock": {"mode": "ONE", "zones": ["UTC", "Asia/Karachi"]}
            rule.clock.zones[0]       | "steps": [], "clock": {"mode": "ONE", "zones": ["Mars/Olympus"]}
            """)
    void a_rule_that_gives_no_sensible_date_gives_none(String field, String parts) {
        preview("{\"rule\": {\"anchor\": {\"event\": \"SIGNATURE\"}, " + parts
                        + "}, \"facts\": {\"SIGNATURE\": \"2025-09-17\"}}")
                .statusCode(400)
                .body("violations.field", hasItem(startsWith(field)));
    }

    @Test
    void a_rule_of_a_thousand_steps_is_refused_as_such() {
        var steps =
                String.join(",", java.util.Collections.nCopies(1000, "{\"kind\": \"WITHIN\", \"period\": \"P1D\"}"));

        preview("{\"rule\": {\"anchor\": {\"event\": \"SIGNATURE\"}, \"steps\": [" + steps
                        + "]}, \"facts\": {\"SIGNATURE\": \"2025-09-17\"}}")
                .statusCode(400)
                .body("violations.field", contains("rule.steps"));
    }

    private static ValidatableResponse preview(String question) {
        return sending(question).post("/api/v1/deadline-previews").then();
    }
}
