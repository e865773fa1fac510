package org.moutracker.notifications.meeting;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears of meetings. */
@ApplicationScoped
class MeetingEvents {

    private final Inbox inbox;
    private final Meetings meetings;
    private final MeetingLock lock;
    private final Event<MeetingsChanged> changed;

    MeetingEvents(Inbox inbox, Meetings meetings, MeetingLock lock, Event<MeetingsChanged> changed) {
        this.inbox = inbox;
        this.meetings = meetings;
        this.lock = lock;
        this.changed = changed;
    }

    @Incoming("meetings")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Meeting.class, this::reconcile);
    }

    private void reconcile(List<Received<Meeting>> news) {
        var heard =
                news.stream().map(Received::state).flatMap(Stream::ofNullable).toList();
        lock.hearing();
        meetings.keep(heard);
        changed.fire(new MeetingsChanged(heard));
    }
}
