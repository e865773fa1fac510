package org.moutracker.workinggroups.donereport;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.deadline.MeetReported;

/** Hears from notifications-service what was confirmed to be done. */
@ApplicationScoped
class DoneReportEvents {

    private final Inbox inbox;
    private final MeetReported meet;

    DoneReportEvents(Inbox inbox, MeetReported meet) {
        this.inbox = inbox;
        this.meet = meet;
    }

    @Incoming("done-reports")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, DoneReportState.class, this::follow);
    }

    private void follow(List<Received<DoneReportState>> news) {
        meet.meet(news.stream()
                .flatMap(one -> one.state() == null || !one.state().isConfirmed()
                        ? Stream.of()
                        : Stream.of(one.state().heard(one)))
                .toList());
    }
}
