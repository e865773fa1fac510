package org.moutracker.notifications.invitation;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What this service tells others of invitations. */
sealed interface InvitationEvent extends Event {

    Topic TOPIC = Topic.of("mou.invitations.v1", "mou.invitations.state.v1", "invitations");

    @Override
    InvitationState state();

    @Override
    default String noun() {
        return "invitation";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** The mail server has taken an invitation, or its change. */
    record InvitationDelivered(InvitationState state) implements InvitationEvent {}

    /** Somebody has replied by mail. */
    record InvitationAnswered(InvitationState state) implements InvitationEvent {}

    /** The mail server has taken the mail about circulated minutes. */
    record InvitationMinutesDelivered(InvitationState state) implements InvitationEvent {}
}
