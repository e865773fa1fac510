package org.moutracker.notifications.feed;

import static net.fortuna.ical4j.model.property.immutable.ImmutableAction.DISPLAY;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CONFIRMED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableTransp.OPAQUE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.MeetingAddress;
import org.moutracker.notifications.mail.Phrases;
import org.moutracker.notifications.mail.WriteEntries;
import org.moutracker.platform.icalendar.FoldedLines;

/**
 * Writes a calendar that programs read again and again (RFC 5545, RFC 7986): the same entries are the same bytes, so that
 * a program is told when nothing is new. A meeting has the name that its invitations have.
 */
@ApplicationScoped
class WriteFeed {

    private static final String NAME = "MoU Tracker";
    private static final Duration EVERY_HOUR = Duration.ofHours(1);

    /** A deadline begins with its day, so nine in the morning a week and a day before it. */
    private static final List<Duration> BEFORE_DEADLINE =
            List.of(Duration.ofHours(-(6 * 24 + 15)), Duration.ofHours(-15));

    private static final List<Duration> BEFORE_MEETING = List.of(Duration.ofDays(-1), Duration.ofMinutes(-15));

    private final FeedEntries entries;
    private final WriteEntries writing;
    private final MeetingAddress meetings;

    WriteFeed(FeedEntries entries, WriteEntries writing, MeetingAddress meetings) {
        this.entries = entries;
        this.writing = writing;
        this.meetings = meetings;
    }

    byte[] write(Feed feed, Instant now) {
        var calendar = WriteEntries.empty("Calendar");
        // How programs call it: the standard's way, and the older one that most of them know.
        calendar.add(new Name(NAME));
        calendar.add(new XProperty("X-WR-CALNAME", NAME));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), EVERY_HOUR));
        var deadlines = entries.deadlines(feed);
        var events = Phrases.lend(entries.language(feed), phrases -> deadlines.stream()
                .map(entry -> alarmed(writing.event(entry, phrases), entry.title(), BEFORE_DEADLINE))
                .toList());
        events.forEach(calendar::add);
        for (var met : entries.meetings(feed, now)) {
            calendar.add(alarmed(event(met), met.meeting().title(), BEFORE_MEETING));
        }
        return FoldedLines.of(calendar.toString());
    }

    private VEvent event(FeedEntries.Met met) {
        var meeting = met.meeting();
        var startsAt = Objects.requireNonNull(meeting.startsAt()).truncatedTo(ChronoUnit.SECONDS);
        var event = new VEvent(false);
        event.add(new Uid(meetings.uid(meeting.id())));
        // When it was changed last is not told; what a program goes by is the sequence.
        event.add(new DtStamp(startsAt));
        event.add(new Sequence(meeting.sequence()));
        event.add(new DtStart<>(startsAt));
        if (meeting.endsAt() != null) {
            event.add(new DtEnd<>(meeting.endsAt().truncatedTo(ChronoUnit.SECONDS)));
        }
        event.add(new Summary(joined(" – ", meeting.title(), met.group())));
        var where = joined(", ", meeting.place(), meeting.online());
        if (!where.isEmpty()) {
            event.add(new Location(where));
        }
        event.add(VEVENT_CONFIRMED);
        event.add(OPAQUE);
        return event;
    }

    private static String joined(String between, @Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(between));
    }

    private static VEvent alarmed(VEvent event, String title, List<Duration> before) {
        for (TemporalAmount time : before) {
            var alarm = new VAlarm();
            alarm.add(DISPLAY);
            alarm.add(new Trigger(time));
            alarm.add(new Description(joined(" ", title)));
            event.add(alarm);
        }
        return event;
    }
}
