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
