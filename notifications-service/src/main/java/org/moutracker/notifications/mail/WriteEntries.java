package org.moutracker.notifications.mail;

import static net.fortuna.ical4j.model.property.immutable.ImmutableCalScale.GREGORIAN;
import static net.fortuna.ical4j.model.property.immutable.ImmutableMethod.PUBLISH;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CANCELLED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CONFIRMED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableTransp.TRANSPARENT;
import static net.fortuna.ical4j.model.property.immutable.ImmutableVersion.VERSION_2_0;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import org.moutracker.platform.icalendar.FoldedLines;

/** Writes deadlines for calendars (RFC 5545): each of them under one name for ever, so that it moves and is not doubled. */
@ApplicationScoped
public class WriteEntries {

    private final String domain;

    WriteEntries(MailSettings mail) {
        this.domain = mail.domain();
    }

    /** What a deadline is called in every calendar (UID), and the message that all mails about it answer. */
    String uid(UUID deadline) {
        return "deadline-" + deadline + "@" + domain;
    }

    /** As they are sent with a mail: whoever reads it is told of them, and is not asked (RFC 5546). */
    byte[] publish(List<CalendarEntry> entries, Language language) {
        var calendar = empty("Deadlines");
        calendar.add(PUBLISH);
        return Phrases.lend(language, phrases -> {
            entries.forEach(entry -> calendar.add(event(entry, phrases)));
            return FoldedLines.of(calendar.toString());
        });
    }

    /** A calendar with nothing in it yet. */
    public static Calendar empty(String of) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//MoU Tracker//%s//EN".formatted(of)));
        calendar.add(VERSION_2_0);
        calendar.add(GREGORIAN);
        return calendar;
    }

    /** One deadline, in the language of these phrases. */
    public VEvent event(CalendarEntry entry, Phrases phrases) {
        var event = new VEvent(false);
        event.add(new Uid(uid(entry.deadlineId())));
        event.add(new DtStamp(entry.writtenAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStart<>(entry.day()));
        var title = phrases.language().aboutAlerts().inCalendar(phrases.inside(entry.title()));
        event.add(new Summary(entry.of() == null ? title : title + " – " + phrases.inside(entry.of())));
        var ends = ends(entry, phrases);
        if (!ends.isEmpty()) {
            event.add(new Description(ends));
        }
        event.add(entry.stands() ? VEVENT_CONFIRMED : VEVENT_CANCELLED);
        event.add(TRANSPARENT);
        return event;
    }

    private static String ends(CalendarEntry entry, Phrases phrases) {
        var endsAt = entry.endsAt();
        var clocks = new Clocks(phrases);
        var say = phrases.language().aboutAlerts();
        return endsAt == null
                ? ""
                : entry.clocks().stream()
                        .map(clock -> say.endForSide(
                                phrases.inside(clock.side()), clocks.end(endsAt, ZoneId.of(clock.zone()))))
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }
}
