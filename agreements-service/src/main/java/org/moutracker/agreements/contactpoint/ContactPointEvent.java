package org.moutracker.agreements.contactpoint;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What notifications hear of whom one turns to in organizations. */
sealed interface ContactPointEvent extends Event {

    Topic TOPIC = Topic.of("mou.contact-points.v1", "contact-points");

    @Override
    ContactPointState state();

    @Override
    default String noun() {
        return "contact-point";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** Somebody is one, or will be. */
    record ContactPointNamed(ContactPointState state) implements ContactPointEvent {}

    /** The last day is known, or is another. */
    record ContactPointEnded(ContactPointState state) implements ContactPointEvent {}
}
