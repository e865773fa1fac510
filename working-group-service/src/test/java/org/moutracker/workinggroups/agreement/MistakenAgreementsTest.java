package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.moutracker.workinggroups.Api.sending;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** What becomes of groups and deadlines when their agreement was registered by mistake. */
@WorkingGroupsTest
class MistakenAgreementsTest {

    private static final String MISTAKE = "the agreement was registered by mistake";

    private static Sample voided(Seed seed) {
        return Sample.of("mou.agreement.voided.v1").subject(seed.agreement());
    }

    private static String status(String group) {
        return Api.get("/api/v1/working-groups/" + group).getString("status");
    }

    /** An entered deadline of the agreement. */
    private static String entered(Seed seed) {
        var entered = sending("""
                {"agreementId": "%s", "kind": "ACTION", "title": "Send the draft", "rule": {"anchor": {"on": "2025-12-01"},
                 "steps": [{"kind": "SAME_DAY"}]}}
                """.formatted(seed.agreement())).post("/api/v1/deadlines");
        entered.then().statusCode(201);
        return entered.path("id");
    }

    private static String statusOf(String deadline) {
        return Api.get("/api/v1/deadlines/" + deadline).getString("status");
    }

    @Test
    void a_group_that_was_to_be_established_is_abandoned_and_all_deadlines_are_cancelled_with_the_cause() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        var commitment = Api.deadlineOf(seed.agreement()).getString("id");
        var entered = entered(seed);

        var told = voided(seed);
        Broker.tell(told);

        await().untilAsserted(() -> assertThat(status(group)).isEqualTo("ABANDONED"));
        await().untilAsserted(() -> assertThat(statusOf(entered)).isEqualTo("CANCELLED"));
        assertThat(statusOf(commitment))
                .as("its commitment may be heard of later")
                .isEqualTo("CANCELLED");
        for (var deadline : List.of(entered, commitment)) {
            assertThat(Api.get("/api/v1/deadlines/" + deadline).getList("history.cause"))
                    .last()
                    .isEqualTo(MISTAKE);
            await().untilAsserted(() -> assertThat(
                            Broker.told("mou.deadlines.v1", deadline).getLast().type())
                    .isEqualTo("mou.deadline.cancelled.v1"));
        }
        var last = Api.get("/api/v1/working-groups/" + group + "/history").getMap("items.last()");
        assertThat(last)
                .containsEntry("event", "mou.working-group.abandoned.v1")
                .containsEntry("reason", "its agreement was registered by mistake")
                .containsEntry("who", "system");
    }

    @Test
    void a_group_that_works_is_concluded_and_its_own_deadlines_with_it() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        for (var party : List.of("PK", "PS")) {
            Api.nominate(group, party, "CO_CHAIR").then().statusCode(201);
        }
        sending("""
                {"meetings": {"every": "P6M", "hosts": ["PK", "PS"], "notice": "P14D", "minutesWithin": "P30D",
                              "quorum": {"minimumPerSide": 1, "coChairPerSide": true}}}""")
                .post("/api/v1/working-groups/" + group + "/terms-of-reference")
                .then()
                .statusCode(201);
        assertThat(status(group)).isEqualTo("CONSTITUTED");
        var duties = "/api/v1/deadlines?workingGroup=" + group;
        await().untilAsserted(() ->
                assertThat(Api.get(duties).getList("items.status")).contains("ACTIVE"));

        Broker.tell(voided(seed));

        await().untilAsserted(() -> assertThat(status(group)).isEqualTo("CONCLUDED"));
        await().untilAsserted(() -> assertThat(Api.get(duties).getList("items.status"))
                .doesNotContain("ACTIVE", "AWAITING_ANCHOR", "PAUSED"));
        assertThat(Api.get("/api/v1/working-groups/" + group).getBoolean("orphan"))
                .isFalse();
    }

    @Test
    void deadlines_come_back_when_that_was_the_mistake_and_the_group_stays_ended() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        var commitment = Api.deadlineOf(seed.agreement()).getString("id");
        var entered = entered(seed);
        Broker.tell(voided(seed));
        await().untilAsserted(() -> assertThat(statusOf(entered)).isEqualTo("CANCELLED"));

        Broker.tell(Sample.of("mou.agreement.reinstated.v1").subject(seed.agreement()));

        await().untilAsserted(() -> assertThat(statusOf(entered)).isEqualTo("ACTIVE"));
        assertThat(statusOf(commitment)).isEqualTo("ACTIVE");
        assertThat(status(group)).isEqualTo("ABANDONED");
    }

    @Test
    void a_group_of_another_agreement_too_goes_on() {
        var seed = Seed.told();
        var other = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        sending("{\"agreementId\": \"%s\"}".formatted(other.agreement()))
                .post("/api/v1/working-groups/" + group + "/agreements")
                .then()
                .statusCode(200);

        Broker.tell(voided(seed));
        await().untilAsserted(() ->
                assertThat(Api.deadlineOf(seed.agreement()).getString("status")).isEqualTo("CANCELLED"));
        assertThat(status(group)).isEqualTo("MANDATED");

        Broker.tell(voided(other));
        await().untilAsserted(() -> assertThat(status(group)).isEqualTo("ABANDONED"));
    }

    @Test
    void no_group_is_mandated_under_it_and_none_is_founded() {
        var seed = Seed.fresh();
        Broker.tell(voided(seed), seed.opened());
        var later = Seed.told();
        var _ = Api.groupOf(later.agreement());

        assertThat(Api.get("/api/v1/working-groups?agreement=" + seed.agreement())
                        .getList("items"))
                .isEqualTo(List.of());
        sending("""
                {"name": "A group", "type": "JOINT_WORKING_GROUP", "agreements": ["%s"]}
                """.formatted(seed.agreement()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/working-groups")
                .then()
                .statusCode(409)
                .body("detail", containsString("nothing is left to see to"));
    }
}
