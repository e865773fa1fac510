package org.moutracker.notifications.calendar;

import static java.util.stream.Collectors.toSet;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears of working days, published and revised. */
@ApplicationScoped
class CalendarEvents {

    private final Inbox inbox;
    private final Calendars calendars;
    private final jakarta.enterprise.event.Event<CalendarsChanged> changed;

    CalendarEvents(Inbox inbox, Calendars calendars, jakarta.enterprise.event.Event<CalendarsChanged> changed) {
        this.inbox = inbox;
        this.calendars = calendars;
        this.changed = changed;
    }

    @Incoming("calendars")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Calendar.class, this::reconcile);
    }

    private void reconcile(List<Received<Calendar>> news) {
        var states = news.stream().map(Received::state).filter(Objects::nonNull).toList();
        calendars.keep(states);
        changed.fire(
                new CalendarsChanged(states.stream().map(Calendar::authority).collect(toSet())));
    }
}
