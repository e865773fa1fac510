package org.moutracker.workinggroups.calendar;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What is told about calendars. */
sealed interface CalendarEvent extends Event {

    Topic TOPIC = Topic.of("mou.calendars.v1", "calendars");

    @Override
    CalendarState state();

    @Override
    default String noun() {
        return "calendar";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().authority();
    }

    /** A revision counts from now on. */
    record CalendarPublished(CalendarState state) implements CalendarEvent {}
}
