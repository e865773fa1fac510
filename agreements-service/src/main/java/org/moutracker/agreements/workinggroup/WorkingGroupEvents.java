package org.moutracker.agreements.workinggroup;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Inbox;

/** Hears of working groups from working-group-service. */
@ApplicationScoped
class WorkingGroupEvents {

    /** What an agreement needs to know of its group. */
    record WorkingGroup(
            UUID id,
            List<UUID> agreements,
            String name,
            String status,
            @Nullable LocalDate establishedOn,
            List<JsonNode> missing,
            long version) {}

    private final Inbox inbox;
    private final KnownWorkingGroups groups;

    WorkingGroupEvents(Inbox inbox, KnownWorkingGroups groups) {
        this.inbox = inbox;
        this.groups = groups;
    }

    @Incoming("working-groups")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, WorkingGroup.class, groups::keep);
    }
}
