package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.asNobody;
import static org.moutracker.workinggroups.Api.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class PageLinkResourceTest {

    @Test
    void a_link_is_made_for_as_long_as_was_asked_in_real_time() {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        var before = InstantSource.system().instant();

        assertThat(validFor(group, "")).isBetween(before.plusSeconds(3599), before.plusSeconds(3660));
        assertThat(validFor(group, ", \"validFor\": \"P7D\""))
                .isBetween(
                        before.plus(Duration.ofDays(7)).minusSeconds(1),
                        before.plus(Duration.ofDays(7)).plusSeconds(60));
    }

    @Test
    void only_somebody_with_a_token_gets_one() {
        asNobody()
                .contentType("application/json")
                .body("{\"workingGroupId\": \"%s\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/page-links")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                  | workingGroupId
            {"workingGroupId": "01995778-5a80-7000-8000-0000000000ff"}                          | workingGroupId
            {"personId": "01995778-5a80-7000-8000-0000000000ff"}                                | personId
            {"workingGroupId": "01995778-5a80-7000-8000-0000000000ff", "personId": "01995778-5a80-7000-8000-0000000000ff"} | personId
            {"personId": "01995778-5a80-7000-8000-0000000000ff", "report": "R-2025-01"}         | report
            {"workingGroupId": "01995778-5a80-7000-8000-0000000000ff", "report": "R-2025-01"}   | workingGroupId
            {"workingGroupId": "01995778-5a80-7000-8000-0000000000ff", "report": "yesterday"}   | report
            {"personId": "01995778-5a80-7000-8000-0000000000ff", "validFor": "P8D"}             | validFor
            {"personId": "01995778-5a80-7000-8000-0000000000ff", "validFor": "PT59S"}           | validFor
            {"personId": "01995778-5a80-7000-8000-0000000000ff", "validFor": "-PT1H"}           | validFor
            {"personId": "01995778-5a80-7000-8000-0000000000ff", "validFor": "for ever"}        | validFor
            {"personId": "01995778-5a80-7000-8000-0000000000ff", "until": "2099-01-01"}         | until
            """)
    void what_makes_no_sense_is_refused_by_name(String body, String field) {
        sending(body).post("/api/v1/page-links").then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void of_a_report_that_nobody_handed_in_there_is_no_link() {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");

        sending("{\"workingGroupId\": \"%s\", \"report\": \"R-2025-07\"}".formatted(group))
                .post("/api/v1/page-links")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("report"));
    }

    private static Instant validFor(String group, String more) {
        return Instant.parse(sending("{\"workingGroupId\": \"%s\"%s}".formatted(group, more))
                .post("/api/v1/page-links")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("expiresAt"));
    }
}
