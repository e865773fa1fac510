package org.moutracker.agreements.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What is told about persons, to notifications alone. */
public sealed interface PersonEvent extends Event {

    Topic TOPIC = Topic.of("mou.people.v1", "people");

    UUID id();

    @Override
    @Nullable
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
        return id().toString();
    }

    /** Somebody is new, or can be reached in another way. */
    record PersonChanged(Person state) implements PersonEvent {

        @Override
        public UUID id() {
            return state.id();
        }
    }

    /** Somebody is to be forgotten. */
    record PersonErased(UUID id) implements PersonEvent {

        @Override
        public @Nullable Person state() {
            return null;
        }
    }
}
