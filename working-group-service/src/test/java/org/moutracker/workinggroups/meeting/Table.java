package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.Api.nomination;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;

/**
 * A group that sits together: one co-chair of Pakistan and one of Palestine.
 *
 * @param pk Pakistan's member, as the API shows it
 * @param ps Palestine's
 */
record Table(Seed seed, String group, JsonPath pk, JsonPath ps) {

    /** In turn, Islamabad first; half a year, two weeks of notice, a month for the minutes, two weeks of silence. */
    static final String RULE = """
            {"every": "P6M", "hosts": ["PK", "PS"], "quorum": {"minimumPerSide": 1, "coChairPerSide": true},
             "notice": "P14D", "minutesWithin": "P30D", "silence": "P14D"}""";

    static Table without(Rows rows) {
        return of(rows, "null");
    }

    static Table meeting(Rows rows) {
        return of(rows, RULE);
    }

    static Table of(Rows rows, String rule) {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        terms(rows, group, rule);
        var pk = member(group, "PK");
        return new Table(seed, group, pk, member(group, "PS"));
    }

    /** What terms of reference would say. */
    static void terms(Rows rows, String group, String rule) {
        try {
            rows.execute("UPDATE working_group SET terms = terms || '{\"meetings\": %s}' WHERE id = '%s'"
                    .formatted(rule, group));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonPath member(String group, String party) {
        return sending(nomination(party, "CO_CHAIR"))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    Response plan(String json) {
        return sending(json).post("/api/v1/working-groups/" + group + "/meetings");
    }

    /** A meeting from ten to two in the host's zone, in Islamabad or Ramallah; its id. */
    String planned(String day) {
        var planned = plan("""
                {"startsAt": "%sT10:00", "endsAt": "%sT14:00", "place": "Ministry of Health"}""".formatted(day, day));
        assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(201);
        return planned.jsonPath().getString("id");
    }

    String convened(String day) {
        var meeting = planned(day);
        ok(meeting, "convocation", "{\"shortNotice\": \"as agreed\"}");
        return meeting;
    }

    /** Held on that day, from five to nine in UTC; the clock must have come so far. */
    String held(String day) {
        var meeting = convened(day);
        hold(meeting, day);
        return meeting;
    }

    JsonPath hold(String meeting, String day) {
        return ok(meeting, "holding", """
                {"startedAt": "%sT05:00:00Z", "endedAt": "%sT09:00:00Z", "attendance": ["%s", "%s"]}""".formatted(day, day, pk.getString("id"), ps.getString("id")));
    }

    /** Held, and its minutes circulated. */
    String circulated(String day) {
        var meeting = held(day);
        circulate(meeting);
        return meeting;
    }

    JsonPath circulate(String meeting) {
        return ok(meeting, "minutes", """
                {"document": {"title": "Minutes", "uri": "https://files.health.example/minutes.pdf"}}""");
    }

    static Response post(String meeting, String command, String json) {
        return sending(json).post("/api/v1/meetings/" + meeting + "/" + command);
    }

    static JsonPath ok(String meeting, String command, String json) {
        var answer = post(meeting, command, json);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    static JsonPath read(String meeting) {
        return Api.get("/api/v1/meetings/" + meeting);
    }

    JsonPath deadlines(String kind) {
        return Api.get("/api/v1/deadlines?kind=" + kind + "&workingGroup=" + group);
    }

    JsonPath plan() {
        return Api.get("/api/v1/working-groups/" + group + "/meeting-plan");
    }
}
