package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

/** What becomes of a deadline when the sides review its commitment. */
@WorkingGroupsTest
class ReviewedCommitmentsTest {

    private static Sample training(Seed seed, String status) {
        return seed.opened().with("kind", "TRAINING").with("body", null).with("status", status);
    }

    private static Seed told() {
        var seed = Seed.fresh();
        Broker.tell(seed.signed(), training(seed, "IN_PROGRESS"));
        assertThat(status(seed)).isEqualTo("ACTIVE");
        return seed;
    }

    private static String status(Seed seed) {
        return Api.deadlineOf(seed.agreement()).getString("status");
    }

    @Test
    void one_that_is_fulfilled_in_part_waives_its_deadline_and_a_correction_brings_it_back() {
        var seed = told();

        Broker.tell(training(seed, "PARTIALLY_FULFILLED"));
        await().until(() -> status(seed).equals("WAIVED"));
        assertThat(Api.deadlineOf(seed.agreement()).getList("history.cause"))
                .last()
                .isEqualTo("commitment C-01 is PARTIALLY_FULFILLED");

        Broker.tell(training(seed, "IN_PROGRESS"));
        await().until(() -> status(seed).equals("ACTIVE"));
    }

    @Test
    void one_that_is_not_fulfilled_lets_its_deadline_lapse() {
        var seed = told();

        Broker.tell(training(seed, "NOT_FULFILLED"));

        await().until(() -> status(seed).equals("LAPSED"));
    }

    @Test
    void a_dispute_leaves_its_deadline_as_it_is() {
        var open = told();
        var met = told();
        Api.sending("{\"on\": \"2025-09-17\"}")
                .post("/api/v1/deadlines/" + Api.deadlineOf(met.agreement()).getString("id") + "/completion")
                .then()
                .statusCode(200);

        Broker.tell(training(open, "DISPUTED"), training(met, "DISPUTED"), training(met, "NOT_FULFILLED"));
        settle();

        assertThat(status(open)).isEqualTo("ACTIVE");
        assertThat(status(met)).as("somebody has said so, on that day").isEqualTo("MET");
    }

    @Test
    void a_body_whose_commitment_is_closed_in_part_is_not_established_any_more() {
        var seed = Seed.fresh();

        Broker.tell(seed.signed(), seed.opened().with("status", "PARTIALLY_FULFILLED"));
        settle();

        assertThat(Api.get("/api/v1/working-groups?agreement=" + seed.agreement())
                        .getList("items"))
                .isEqualTo(List.of());
    }

    @Test
    void reports_of_groups_count_what_is_disputed() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");

        Broker.tell(seed.opened().with("status", "DISPUTED"));

        await().until(() -> Api.get("/api/v1/working-groups/" + group + "/report")
                .getMap("agreements[0].commitmentsByStatus")
                .equals(Map.of("DISPUTED", 1)));
    }

    /** Waits until an event that was told later than all before it has been handled. */
    private static void settle() {
        for (var round = 0; round < 3; round++) {
            Api.deadlineOf(Seed.told().agreement());
        }
    }
}
