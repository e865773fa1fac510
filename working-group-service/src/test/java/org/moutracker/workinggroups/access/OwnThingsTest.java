package org.moutracker.workinggroups.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.TokenRequest;
import org.moutracker.platform.testing.AccessMatrix;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class OwnThingsTest {

    /** A group with a member of each side, each known by a mailbox. */
    private record Sitting(Seed seed, String group, String pakistani, String palestinian) {

        static Sitting fresh() {
            var seed = Seed.told();
            var group = Api.groupOf(seed.agreement()).getString("id");
            var one =
                    new Sitting(seed, group, UUID.randomUUID() + "@health.example", UUID.randomUUID() + "@moh.example");
            one.nominate("PK", one.pakistani());
            one.nominate("PS", one.palestinian());
            return one;
        }

        private void nominate(String party, String mail) {
            Api.sending("""
                            {"person": {"name": "Ayesha Khan", "email": "%s"}, "party": "%s", "role": "CO_CHAIR"}""".formatted(mail, party))
                    .post(address() + "/members")
                    .then()
                    .statusCode(201);
        }

        String address() {
            return "/api/v1/working-groups/" + group;
        }

        JsonPath seat(String party) {
            return Api.get("/api/v1/members?group=" + group + "&party=" + party).setRootPath("items[0]");
        }

        /** Internal to a side; its id. */
        String internal(String side, String title) {
            var answer = Api.as(TestStack.token("secretary", side))
                    .contentType("application/json")
                    .body("""
                            {"workingGroupId": "%s", "kind": "ACTION", "title": "%s", "internalTo": "%s",
                             "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}}""".formatted(group, title, side))
                    .post("/api/v1/deadlines");
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
            return answer.path("id");
        }
    }

    private static RequestSpecification member(String mail) {
        return Api.as(TestStack.memberToken(mail));
    }

    private static RequestSpecification of(String role, @Nullable String party) {
        return Api.as(party == null ? TestStack.token(role) : TestStack.token(role, party));
    }

    @Test
    void a_member_reads_the_own_groups_and_learns_of_no_other() {
        var own = Sitting.fresh();
        var other = Sitting.fresh();

        member(own.pakistani()).get(own.address()).then().statusCode(200);
        member(own.pakistani()).get("/api/v1/working-groups").then().body("items.id", contains(own.group()));
        member(own.pakistani())
                .get(other.address())
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no such working group"));
        member(own.pakistani())
                .get("/api/v1/working-groups?agreement=" + other.seed().agreement())
                .then()
                .body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/deadlines, workingGroupId",
        "/api/v1/members, groupId",
        "/api/v1/meetings, workingGroupId",
        "/api/v1/decisions, workingGroupId",
        "/api/v1/action-items, workingGroupId"
    })
    void lists_show_a_member_what_the_own_groups_have(String list, String group) {
        var own = Sitting.fresh();
        var other = Sitting.fresh();
        List.of(own, other).forEach(OwnThingsTest::work);

        var seen = member(own.palestinian()).get(list + "?limit=200").jsonPath();
        assertThat(Set.copyOf(seen.<String>getList("items." + group))).containsExactly(own.group());
        var all = new TreeSet<String>();
        for (var sitting : List.of(own, other)) {
            var of = list.endsWith("deadlines") ? "workingGroup" : "group";
            all.addAll(Api.get(list + "?" + of + "=" + sitting.group()).getList("items." + group));
        }
        assertThat(all).as("there are of both").hasSize(2);
    }

    /** A meeting, and a decision that somebody has to do something. */
    private static void work(Sitting sitting) {
        Api.sending("{\"startsAt\": \"2025-12-01T10:00\", \"endsAt\": \"2025-12-01T12:00\", \"host\": \"PK\"}")
                .post(sitting.address() + "/meetings")
                .then()
                .statusCode(201);
        Api.sending("""
                        {"title": "Train twelve", "text": "The group decides to train twelve.",
                         "positions": [{"side": "PK", "position": "FOR"}, {"side": "PS", "position": "FOR"}],
                         "effects": [{"do": "ASSIGN_ACTION", "title": "Send the list", "party": "PS", "due": "2025-12-01"}]}""").post(sitting.address() + "/decisions").then().statusCode(201);
    }

    @Test
    void what_is_internal_to_a_side_is_seen_by_its_members_in_that_group_alone() {
        var own = Sitting.fresh();
        var other = Sitting.fresh();
        var internal = "/api/v1/deadlines/" + own.internal("PK", "Agree with the ministry of finance");
        var elsewhere = "/api/v1/deadlines/" + other.internal("PK", "Agree with somebody else");

        member(own.pakistani()).get(internal).then().statusCode(200);
        member(own.palestinian()).get(internal).then().statusCode(404);
        member(own.pakistani()).get(elsewhere).then().statusCode(404);
        assertThat(titles(member(own.pakistani()))).contains("Agree with the ministry of finance");
        assertThat(titles(member(own.palestinian()))).doesNotContain("Agree with the ministry of finance");
        assertThat(titles(member(other.pakistani()))).contains("Agree with somebody else");
    }

    private static List<String> titles(RequestSpecification who) {
        return who.get("/api/v1/deadlines?limit=200").jsonPath().getList("items.title");
    }

    @Test
    void no_answer_tells_the_other_side_of_what_is_internal() throws IOException {
        var matrix = new AccessMatrix(
                Path.of(requireNonNull(System.getProperty("mou.root")), "working-group-service/openapi.yaml"));
        var own = Sitting.fresh();
        var secret = "SECRET-" + UUID.randomUUID();
        var id = own.internal("PS", secret);
        Api.as(TestStack.token("secretary", "PS"))
                .contentType("application/json")
                .body("{\"to\": \"2025-11-20\", \"reason\": \"Still waiting for " + secret + "\"}")
                .post("/api/v1/deadlines/" + id + "/extension")
                .then()
                .statusCode(200);
        var things = Map.of(
                "working-groups",
                own.group(),
                "deadlines",
                id,
                "people",
                own.seat("PS").getString("personId"));

        of("officer", "PS")
                .get("/api/v1/deadlines/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo(secret));
        of("auditor", null).get("/api/v1/deadlines/" + id).then().statusCode(200);
        for (var role : List.of("registrar", "officer", "secretary", "integration")) {
            for (var party : new String[] {"PK", "CN", null}) {
                var token = party == null ? TestStack.token(role) : TestStack.token(role, party);
                matrix.assertUntold(token, things, List.of(secret, id));
                matrix.assertLikeUnknown(token, "deadlines", id);
            }
        }
        matrix.assertUntold(TestStack.memberToken(own.pakistani()), things, List.of(secret, id));
        matrix.assertLikeUnknown(TestStack.memberToken(own.pakistani()), "deadlines", id);
    }

    @Test
    void an_officer_acts_on_what_is_internal_to_the_own_side_and_on_nothing_else() {
        var own = Sitting.fresh();
        var internal = own.internal("PK", "Agree with the ministry of finance");
        var shared = Api.deadlineOfKind(own.seed().agreement(), "ESTABLISHMENT").getString("id");

        officer("PK").post("/api/v1/deadlines/" + shared + "/completion").then().statusCode(404);
        officer("PS")
                .post("/api/v1/deadlines/" + internal + "/completion")
                .then()
                .statusCode(404);
        officer("PK")
                .post("/api/v1/deadlines/" + internal + "/completion")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification officer(String party) {
        return of("officer", party).contentType("application/json").body("{\"on\": \"2025-09-17\"}");
    }

    @Test
    void a_member_changes_the_own_record_and_the_own_seat_alone() {
        var own = Sitting.fresh();
        var mine = own.seat("PK");
        var theirs = own.seat("PS");
        var people = "/api/v1/people/";

        member(own.pakistani()).get(people + mine.getString("personId")).then().statusCode(200);
        member(own.pakistani())
                .get(people + theirs.getString("personId"))
                .then()
                .statusCode(404);
        away(own, own.pakistani(), mine.getString("memberId")).then().statusCode(200);
        away(own, own.pakistani(), theirs.getString("memberId"))
                .then()
                .statusCode(403)
                .body("detail", containsString("another's seat"));
    }

    private static Response away(Sitting sitting, String mail, String seat) {
        return member(mail)
                .contentType("application/json")
                .body("{\"from\": \"2025-10-01\", \"to\": \"2025-10-05\"}")
                .post(sitting.address() + "/members/" + seat + "/absences");
    }

    @Test
    void a_member_makes_links_to_the_own_pages_alone() {
        var own = Sitting.fresh();
        var other = Sitting.fresh();

        link(own, "workingGroupId", own.group()).then().statusCode(200);
        link(own, "personId", own.seat("PK").getString("personId")).then().statusCode(200);
        link(own, "workingGroupId", other.group()).then().statusCode(400);
        link(own, "personId", own.seat("PS").getString("personId")).then().statusCode(400);
    }

    private static Response link(Sitting sitting, String field, String id) {
        return member(sitting.pakistani())
                .contentType("application/json")
                .body("{\"" + field + "\": \"" + id + "\", \"validFor\": \"P1D\"}")
                .post("/api/v1/page-links");
    }

    @Test
    void pages_are_for_those_who_may_read_what_they_show() {
        var own = Sitting.fresh();
        var other = Sitting.fresh();

        member(own.pakistani())
                .get("/pages/working-groups/" + own.group())
                .then()
                .statusCode(200);
        member(own.pakistani())
                .get("/pages/working-groups/" + other.group())
                .then()
                .statusCode(404);
        member(own.pakistani())
                .get("/pages/members/" + own.seat("PS").getString("personId"))
                .then()
                .statusCode(404);
        of("operator", null).get("/pages/working-groups/" + own.group()).then().statusCode(403);
    }

    @Test
    void a_mailbox_that_the_provider_does_not_vouch_for_is_nobody_s() {
        var own = Sitting.fresh();
        var now = Instant.now().getEpochSecond();
        var claims = Map.<String, Object>of(
                "iss",
                "mou-tracker-local",
                "aud",
                "mou-tracker",
                "sub",
                "somebody",
                "groups",
                List.of("member"),
                "email",
                own.pakistani(),
                "email_verified",
                false,
                "iat",
                now,
                "exp",
                now + 600);

        Api.as(TestStack.signed(claims)).get(own.address()).then().statusCode(404);
    }

    @Test
    void a_mailbox_is_the_same_in_other_capitals() {
        var own = Sitting.fresh();

        member(own.pakistani().toUpperCase(Locale.ROOT))
                .get(own.address())
                .then()
                .statusCode(200);
    }

    @Test
    void who_has_left_sees_no_more() {
        var own = Sitting.fresh();
        Api.sending("{\"on\": \"2025-09-17\"}")
                .post(own.address() + "/members/" + own.seat("PK").getString("memberId") + "/end")
                .then()
                .statusCode(200);

        member(own.pakistani()).get(own.address()).then().statusCode(404);
    }

    @Test
    void a_side_s_people_speak_for_their_side_alone() {
        var own = Sitting.fresh();
        var meeting = Api.sending(
                        "{\"startsAt\": \"2025-12-01T10:00\", \"endsAt\": \"2025-12-01T12:00\", \"host\": \"PK\"}")
                .post(own.address() + "/meetings")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var agreement = "/api/v1/meetings/" + meeting + "/minutes/agreement";

        Api.as(TestStack.token(TokenRequest.of("secretary").withParty("PK")))
                .contentType("application/json")
                .body("{\"side\": \"PS\"}")
                .post(agreement)
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("must be the side that you belong to"));
        member(own.palestinian())
                .contentType("application/json")
                .body("{\"side\": \"PS\"}")
                .post(agreement)
                .then()
                .statusCode(409);
        member(own.palestinian())
                .contentType("application/json")
                .body("{\"side\": \"PK\"}")
                .post(agreement)
                .then()
                .statusCode(400);
    }
}
