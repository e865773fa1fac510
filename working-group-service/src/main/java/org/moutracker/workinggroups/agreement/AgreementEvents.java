package org.moutracker.workinggroups.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;

/** Hears of agreements and their commitments from agreements-service. */
@ApplicationScoped
class AgreementEvents {

    private final Inbox inbox;
    private final FollowAgreements follow;

    AgreementEvents(Inbox inbox, FollowAgreements follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming("agreements")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(
                select(records, type -> type.isEmpty() || type.startsWith("mou.agreement.")),
                AgreementState.class,
                follow::agreements);
        inbox.receive(
                select(records, type -> type.startsWith("mou.commitment.")),
                CommitmentState.class,
                follow::commitments);
    }

    /** Those of a type. What has none is nobody's, and goes to the dead letters with the agreements. */
    private static ConsumerRecords<String, byte[]> select(
            ConsumerRecords<String, byte[]> records, Predicate<String> type) {
        var selected = StreamSupport.stream(records.spliterator(), false)
                .filter(record -> type.test(type(record)))
                .collect(Collectors.groupingBy(record -> new TopicPartition(record.topic(), record.partition())));
        return new ConsumerRecords<>(selected, Map.of());
    }

    private static String type(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
