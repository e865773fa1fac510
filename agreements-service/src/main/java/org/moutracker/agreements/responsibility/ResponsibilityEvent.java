package org.moutracker.agreements.responsibility;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What notifications, and nobody else, hear of who is responsible. */
sealed interface ResponsibilityEvent extends Event {

    Topic TOPIC = Topic.of("mou.responsibilities.v1", "responsibilities");

    @Override
    ResponsibleState state();

    @Override
    default String noun() {
        return "responsibility";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** Somebody is named, or the end of somebody's time is. */
    record ResponsibilityChanged(ResponsibleState state) implements ResponsibilityEvent {}

    /** One officer takes over from another. */
    record ResponsibilityHandedOver(ResponsibleState state) implements ResponsibilityEvent {}
}
