package org.moutracker.notifications.workinggroup;

import static java.util.stream.Collectors.toSet;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears of working groups and their members. */
@ApplicationScoped
class WorkingGroupEvents {

    private final Inbox inbox;
    private final WorkingGroups groups;
    private final Event<WorkingGroupsChanged> changed;

    WorkingGroupEvents(Inbox inbox, WorkingGroups groups, Event<WorkingGroupsChanged> changed) {
        this.inbox = inbox;
        this.groups = groups;
        this.changed = changed;
    }

    @Incoming("working-groups")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, WorkingGroup.class, this::reconcile);
    }

    private void reconcile(List<Received<WorkingGroup>> news) {
        var heard = new ArrayList<WorkingGroup>();
        var members = new ArrayList<WorkingGroups.Named>();
        for (var received : news) {
            var group = received.state();
            if (group != null) {
                heard.add(group);
                group.members().stream()
                        .filter(membership -> !membership.isOver())
                        .map(membership -> new WorkingGroups.Named(group.id(), membership, received.time()))
                        .forEach(members::add);
            }
        }
        groups.keep(heard, members);
        changed.fire(
                new WorkingGroupsChanged(heard.stream().map(WorkingGroup::id).collect(toSet())));
    }
}
