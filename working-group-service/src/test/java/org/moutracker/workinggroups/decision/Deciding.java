package org.moutracker.workinggroups.decision;

import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;

/** A group of Pakistan and Palestine that is constituted and can decide, and what a test lets it decide. */
record Deciding(Seed seed, String group, String pakistani, String palestinian) {

    static Deciding fresh() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        var pakistani = member(group, "PK");
        var palestinian = member(group, "PS");
        return new Deciding(seed, group, pakistani, palestinian);
    }

    private static String member(String group, String party) {
        return Api.nominate(group, party, "CO_CHAIR")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response decide(String positions, String effects) {
        return decide(positions, effects, "");
    }

    Response decide(String positions, String effects, String more) {
        return sending(body(positions, effects, more)).post("/api/v1/working-groups/" + group + "/decisions");
    }

    static String body(String positions, String effects, String more) {
        var said = positions.split(" ", -1);
        return """
                {"title": "Train twelve ophthalmologists", "text": "The group decides to train them.", %s
                 "positions": [{"side": "PK", "position": "%s"}, {"side": "PS", "position": "%s"}],
                 "effects": [%s]}""".formatted(more, said[0], said[1], effects);
    }

    /** One that both sides are for. */
    JsonPath adopted(String effects) {
        var answer = decide("FOR FOR", effects);
        org.assertj.core.api.Assertions.assertThat(answer.statusCode())
                .as(answer.asString())
                .isEqualTo(201);
        return answer.jsonPath();
    }

    static String assign(String title, String party, String due) {
        return """
                {"do": "ASSIGN_ACTION", "title": "%s", "party": "%s", "due": "%s"}""".formatted(title, party, due);
    }

    static String assign(String title, String party, String member, String due) {
        return """
                {"do": "ASSIGN_ACTION", "title": "%s", "party": "%s", "assignee": "%s", "due": "%s"}""".formatted(title, party, member, due);
    }

    String open(String code) {
        return """
                {"do": "OPEN_COMMITMENT", "agreementId": "%s", "code": "%s", "title": "Train", "kind": "TRAINING",
                 "mode": "JOINT"}""".formatted(seed.agreement(), code);
    }

    /** The establishment of the group is met; this is one that is open. */
    String openDeadline() {
        return sending("""
                {"workingGroupId": "%s", "kind": "DELIVERY", "title": "Plan of work",
                 "rule": {"anchor": {"on": "2025-11-30"}, "steps": []}}""".formatted(group))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String unknown() {
        return UUID.randomUUID().toString();
    }
}
