package org.moutracker.workinggroups.invitation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.meeting.HearAnswers;

/** Hears from notifications-service what became of invitations to meetings. */
@ApplicationScoped
class MeetingInvitationEvents {

    private final Inbox inbox;
    private final HearAnswers hearAnswers;

    MeetingInvitationEvents(Inbox inbox, HearAnswers hearAnswers) {
        this.inbox = inbox;
        this.hearAnswers = hearAnswers;
    }

    @Incoming("invitations")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, InvitationState.class, this::follow);
    }

    private void follow(List<Received<InvitationState>> news) {
        hearAnswers.hear(news.stream()
                .flatMap(one -> one.state() == null
                        ? Stream.of()
                        : Stream.of(one.state().heard(one)))
                .toList());
    }
}
