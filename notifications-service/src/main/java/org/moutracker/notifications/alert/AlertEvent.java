package org.moutracker.notifications.alert;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What this service tells others. */
sealed interface AlertEvent extends Event {

    Topic TOPIC = Topic.of("mou.alerts.v1", "alerts");

    @Override
    AlertState state();

    @Override
    default String noun() {
        return "alert";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** Somebody is to be told. */
    record AlertFired(AlertState state) implements AlertEvent {}

    /** Nobody needs to be told any more. */
    record AlertEnded(AlertState state) implements AlertEvent {}
}
