package org.moutracker.workinggroups.person;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What is told about persons, to notifications alone. */
public sealed interface PersonEvent extends Event {

    Topic TOPIC = Topic.of("mou.people.v1", "people");

    @Override
    Person state();

    @Override
    default String noun() {
        return "person";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** Somebody is new, or can be reached in another way. */
    record PersonChanged(Person state) implements PersonEvent {}
}
