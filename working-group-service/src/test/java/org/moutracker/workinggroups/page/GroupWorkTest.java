package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** What a group does is on its pages. */
@WorkingGroupsTest
class GroupWorkTest {

    @Test
    void a_meeting_is_shown_on_the_clocks_of_both_capitals_without_the_address_to_take_part() {
        var group = constituted();

        meeting(group.group());

        assertThat(group.page())
                .contains("<bdi>First meeting</bdi> <span class=\"badge\">Planned</span>")
                .contains("<bdi>Islamabad</bdi> · Online · Host: <bdi>PK</bdi>")
                .contains("datetime=\"2025-11-10T10:00+05:00\">Monday, 10 November 2025 at 10:00</time>")
                .contains("datetime=\"2025-11-10T07:00+02:00\">Monday, 10 November 2025 at 07:00</time>")
                .contains("<strong>Meeting</strong>: <bdi>First meeting</bdi>")
                .doesNotContain("meet.health.example");
    }

    @Test
    void who_is_invited_sees_the_answer_that_was_given() {
        var group = constituted();
        var meeting = meeting(group.group());
        sending("{\"shortNotice\": \"agreed by telephone\"}")
                .post("/api/v1/meetings/" + meeting + "/convocation")
                .then()
                .statusCode(200);

        assertThat(asRegistrar().get("/pages/members/" + group.person()).asString())
                .contains("<bdi>First meeting</bdi> <span class=\"badge\">Convened</span>", "Your answer: none yet");

        sending("{\"person\": \"%s\", \"answer\": \"ACCEPTED\"}".formatted(group.person()))
                .post("/api/v1/meetings/" + meeting + "/replies")
                .then()
                .statusCode(200);
        assertThat(asRegistrar().get("/pages/members/" + group.person()).asString())
                .contains("Your answer: accepted");
        assertThat(asRegistrar().get("/pages/members/" + group.other()).asString())
                .as("everybody sees the own answer")
                .contains("Your answer: none yet");
        assertThat(group.page()).doesNotContain("Your answer");
    }

    @Test
    void a_decision_and_what_somebody_takes_on_by_it_are_shown_with_their_number_and_their_person() {
        var group = constituted();

        sending("""
                {"title": "Train twelve ophthalmologists", "text": "The group decides to train them.",
                 "positions": [{"side": "PK", "position": "FOR"}, {"side": "PS", "position": "FOR"}],
                 "effects": [{"do": "ASSIGN_ACTION", "title": "Send the list", "party": "PK", "assignee": "%s",
                              "due": "2025-12-15"}]}""".formatted(group.member()))
                .post("/api/v1/working-groups/" + group.group() + "/decisions")
                .then()
                .statusCode(201);

        assertThat(group.page())
                .contains("<bdi class=\"name\">D-2025-01</bdi> <bdi>Train twelve ophthalmologists</bdi>")
                .contains("<strong>Decided</strong>: <bdi>D-2025-01 Train twelve ophthalmologists</bdi>")
                .contains("Action item · <bdi>D-2025-01</bdi>", "<bdi>Ayesha Khan (PK)</bdi>");
        assertThat(asRegistrar().get("/pages/members/" + group.person()).asString())
                .contains("<bdi>Send the list</bdi>");
    }

    /** A group of which both sides have named their co-chairs. */
    private record Constituted(String group, String member, String person, String other) {

        String page() {
            return asRegistrar().get("/pages/working-groups/" + group).asString();
        }
    }

    private static Constituted constituted() {
        var group = Api.groupOf(Seed.told().agreement()).getString("id");
        var chair = chair(group, "PK");
        var other = chair(group, "PS");
        return new Constituted(
                group, chair.getString("id"), chair.getString("person.id"), other.getString("person.id"));
    }

    private static JsonPath chair(String group, String party) {
        return sending(Api.nomination(party, "CO_CHAIR").replace("\"ur\"", "\"en\""))
                .post("/api/v1/working-groups/" + group + "/members")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String meeting(String group) {
        return sending("""
                {"title": "First meeting", "startsAt": "2025-11-10T10:00", "endsAt": "2025-11-10T14:00",
                 "zone": "Asia/Karachi", "host": "PK", "place": "Islamabad", "online": "https://meet.health.example/1"}""")
                .post("/api/v1/working-groups/" + group + "/meetings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
