package org.moutracker.workinggroups.workinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.nominate;
import static org.moutracker.workinggroups.Api.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class GroupRestTest {

    @Inject
    WorkingGroupRepository groups;

    @Inject
    GroupLedger ledger;

    @Inject
    MeterRegistry metrics;

    private final Instant morning = TestStack.clock().instant();

    private Seed seed;
    private String group;

    @BeforeEach
    void constitute() {
        seed = Seed.told();
        group = Api.groupOf(seed.agreement()).getString("id");
        nominate(group, "PK", "CO_CHAIR").then().statusCode(201);
        nominate(group, "PS", "CO_CHAIR").then().statusCode(201);
    }

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void a_group_that_does_not_meet_in_time_falls_dormant_by_itself_and_wakes_when_it_meets() {
        sending("""
                {"meetings": {"every": "P6M", "hosts": ["PK", "PS"], "notice": "P14D", "minutesWithin": "P30D",
                              "quorum": {"minimumPerSide": 1, "coChairPerSide": true}}}""")
                .post("/api/v1/working-groups/" + group + "/terms-of-reference")
                .then()
                .statusCode(201);
        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/working-groups/" + group + "/activation")
                .then()
                .statusCode(409);
        meet("2025-09-17");
        assertThat(status()).isEqualTo("ACTIVE");

        TestStack.clock().set(Instant.parse("2026-03-17T22:00:00Z"));

        await().untilAsserted(() -> assertThat(status()).isEqualTo("DORMANT"));
        var dormant = Api.get("/api/v1/working-groups/" + group);
        assertThat(dormant.getString("dormantBecause")).isEqualTo("NO_MEETING");
        assertThat(dormant.getString("dormantOn")).isEqualTo("2026-03-18");
        await().untilAsserted(() -> assertThat(
                        Broker.told("mou.working-groups.v1", group).getLast().type())
                .isEqualTo("mou.working-group.became-dormant.v1"));
        assertThat(Api.get("/api/v1/working-groups?dormantSince=2026-03-18&agreement=" + seed.agreement())
                        .getList("items.id"))
                .containsExactly(group);
        assertThat(Api.get("/api/v1/working-groups?dormantSince=2026-03-17&agreement=" + seed.agreement())
                        .getList("items"))
                .isEmpty();

        meet("2026-03-18");
        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void sides_lead_in_turn_and_the_turn_that_passes_is_told_once() {
        assertThat(Api.get("/api/v1/working-groups/" + group).getMap("")).doesNotContainKey("chair");
        sending("{\"chairing\": {\"kind\": \"ROTATING\", \"period\": \"P1M\", \"order\": [\"PS\", \"PK\"]}}")
                .post("/api/v1/working-groups/" + group + "/terms-of-reference")
                .then()
                .statusCode(201)
                .body("terms.chairing.order", equalTo(List.of("PS", "PK")));
        var chair = Api.get("/api/v1/working-groups/" + group).getMap("chair");
        assertThat(chair).containsEntry("side", "PS").containsEntry("from", "2025-09-17");
        assertThat(chair).containsEntry("until", "2025-10-16");
        sending("""
                {"startsAt": "2025-10-16T10:00", "endsAt": "2025-10-16T14:00", "host": "PK", "online": "https://meet.example"}""")
                .post("/api/v1/working-groups/" + group + "/meetings")
                .then()
                .statusCode(201)
                .body("chair", equalTo("PS"));
        sending("""
                {"startsAt": "2025-10-17T10:00", "endsAt": "2025-10-17T14:00", "host": "PK", "online": "https://meet.example"}""")
                .post("/api/v1/working-groups/" + group + "/meetings")
                .then()
                .statusCode(201)
                .body("chair", equalTo("PK"));

        TestStack.clock().set(Instant.parse("2025-10-16T21:00:00Z"));

        await().untilAsserted(() -> assertThat(
                        Api.get("/api/v1/working-groups/" + group).getString("chair.side"))
                .isEqualTo("PK"));
        TestStack.clock().set(Instant.parse("2025-11-16T20:00:00Z"));
        var marker = nominate(group, "PK", "MEMBER").jsonPath().getString("id");
        assertThat(Api.get("/api/v1/working-groups/" + group).getString("chair.until"))
                .isEqualTo("2025-11-16");
        await().untilAsserted(() -> assertThat(Broker.told("mou.working-groups.v1", group)
                        .getLast()
                        .data()
                        .toString())
                .contains(marker));
        assertThat(Broker.told("mou.working-groups.v1", group))
                .filteredOn(told -> told.type().equals("mou.working-group.chair-passed.v1"))
                .hasSize(1)
                .first()
                .satisfies(told ->
                        assertThat(told.data().at("/chair/side").asText()).isEqualTo("PK"));
        var history = Api.get("/api/v1/working-groups/" + group + "/history");
        assertThat(history.getList("items.event")).containsOnlyOnce("mou.working-group.chair-passed.v1");
        assertThat(history.getMap("items.find { it.event == 'mou.working-group.chair-passed.v1' }.details"))
                .containsEntry("side", "PK");
    }

    @Test
    void a_group_rests_while_every_agreement_is_suspended_and_goes_on_when_one_resumes() {
        sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/working-groups/" + group + "/activation")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));

        var suspended = Map.of("since", "2025-09-17", "areas", List.of());
        Broker.tell(seed.signed().with("suspensions", List.of(suspended)));
        await().untilAsserted(() -> assertThat(status()).isEqualTo("DORMANT"));
        assertThat(Api.get("/api/v1/working-groups/" + group).getString("grounds"))
                .isEqualTo("RESTING");

        Broker.tell(seed.signed()
                .with(
                        "suspensions",
                        List.of(Map.of("since", "2025-09-17", "until", "2025-09-17", "areas", List.of()))));
        await().untilAsserted(() -> assertThat(status()).isEqualTo("ACTIVE"));
    }

    @Test
    void a_group_all_of_whose_agreements_have_ended_is_an_orphan_until_it_ends() {
        assertThat(Api.get("/api/v1/working-groups/" + group).getBoolean("orphan"))
                .isFalse();

        Broker.tell(seed.signed().with("happened", List.of("SIGNED", "TERMINATED")));
        await().untilAsserted(() -> assertThat(
                        Api.get("/api/v1/working-groups/" + group).getBoolean("orphan"))
                .isTrue());
        assertThat(metrics.get("mou.groups.orphan").gauge().value()).isPositive();
        assertThat(metrics.get("mou.deadlines.unassigned").gauge().value()).isNotNegative();

        sending("{\"on\": \"2025-09-17\", \"reason\": \"the agreement is over\"}")
                .post("/api/v1/working-groups/" + group + "/conclusion")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONCLUDED"))
                .body("orphan", equalTo(false));
        assertThat(Api.get("/api/v1/working-groups?orphan=true&agreement=" + seed.agreement())
                        .getList("items"))
                .isEmpty();
    }

    private void meet(String day) {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.tell(groups.lock(UUID.fromString(group)).met(LocalDate.parse(day)), "a test"));
    }

    private String status() {
        return Api.get("/api/v1/working-groups/" + group).getString("status");
    }
}
