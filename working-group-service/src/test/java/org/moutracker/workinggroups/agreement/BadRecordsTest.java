package org.moutracker.workinggroups.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Sample;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class BadRecordsTest {

    @Test
    void a_bad_commitment_does_not_spoil_the_agreement_that_is_heard_after_it() {
        var seed = Seed.fresh();
        var other = new Seed(seed.agreement(), UUID.randomUUID());
        var broken = other.opened().with("rule", Map.of("anchor", "yesterday"));
        Broker.tell(broken, seed.opened());
        await().untilAsserted(
                        () -> assertThat(deadLetters()).contains(broken.data().toString()));

        Broker.tell(seed.signed());

        assertThat(Api.deadlineOf(seed.agreement()).getString("lastDay")).isEqualTo("2025-10-17");
    }

    @Test
    void one_bad_record_goes_to_the_dead_letters_and_the_others_are_handled() {
        var seeds = IntStream.range(0, 5).mapToObj(number -> Seed.fresh()).toList();
        var broken = seeds.get(2).opened().with("rule", Map.of("anchor", "yesterday"));
        for (var seed : seeds) {
            Broker.tell(seed.signed());
        }
        seeds.forEach(seed -> Broker.tell(seed.equals(seeds.get(2)) ? broken : seed.opened()));

        for (var seed : seeds) {
            if (!seed.equals(seeds.get(2))) {
                assertThat(Api.deadlineOf(seed.agreement()).getString("lastDay"))
                        .isEqualTo("2025-10-17");
            }
        }
        await().untilAsserted(
                        () -> assertThat(deadLetters()).contains(broken.data().toString()));
        assertThat(Api.get("/api/v1/working-groups?agreement=" + seeds.get(2).agreement())
                        .getList("items"))
                .as("all or nothing of what a record causes")
                .isEmpty();
    }

    @Test
    void what_is_no_event_at_all_goes_to_the_dead_letters() {
        var nonsense = "nonsense " + UUID.randomUUID();
        Broker.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                Broker.AGREEMENTS, UUID.randomUUID().toString(), nonsense.getBytes(UTF_8)));

        await().untilAsserted(() -> assertThat(deadLetters()).contains(nonsense));
    }

    @Test
    void an_event_of_an_unknown_type_does_no_harm() {
        var seed = Seed.fresh();
        Broker.tell(
                Sample.of("mou.agreement.signed.v1")
                        .subject(seed.agreement())
                        .type("mou.treasure.found.v1")
                        .with("parties", "none"),
                seed.signed(),
                seed.opened());

        assertThat(Api.groupOf(seed.agreement()).getString("status")).isEqualTo("MANDATED");
    }

    private static List<String> deadLetters() {
        return Broker.records("mou.dead-letters.working-group-service.v1").stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }
}
