package org.moutracker.workinggroups.feed;

import static java.util.stream.Collectors.joining;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CANCELLED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CONFIRMED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_TENTATIVE;
import static net.fortuna.ical4j.model.property.immutable.ImmutableTransp.OPAQUE;
import static org.moutracker.workinggroups.feed.FeedCalendar.plain;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;

/** Writes a meeting into a feed. Its UID is not that of the invitation, which answers go to. */
final class MeetingEntry {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private MeetingEntry() {}

    static VEvent of(FeedGroup group, FeedMeeting meeting, URI meetings) {
        var event = new VEvent(false);
        event.add(new Uid(meeting.id() + "@meetings.mou-tracker"));
        event.add(new DtStamp(meeting.changedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new LastModified(meeting.changedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(Math.toIntExact(meeting.version())));
        event.add(new DtStart<>(meeting.startsAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new DtEnd<>(meeting.endsAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(
                new Organizer(new ParameterList(List.of(new Cn("MoU Tracker"))), URI.create("urn:uuid:" + group.id())));
        event.add(new Summary(plain(summary(meeting))));
        event.add(new Description(plain(description(group, meeting))));
        var where = meeting.place() == null ? meeting.online() : meeting.place();
        if (where != null) {
            event.add(new Location(plain(where)));
        }
        event.add(status(meeting));
        event.add(OPAQUE);
        event.add(new Categories("MEETING"));
        event.add(new Url(meetings.resolve(meeting.id().toString())));
        return event;
    }

    private static Status status(FeedMeeting meeting) {
        return switch (meeting.status()) {
            case "CANCELLED", "VOIDED" -> VEVENT_CANCELLED;
            case "PLANNED" -> VEVENT_TENTATIVE;
            default -> VEVENT_CONFIRMED;
        };
    }

    private static String summary(FeedMeeting meeting) {
        return switch (meeting.status()) {
            case "CANCELLED", "VOIDED" ->
                meeting.title() + " (" + meeting.status().toLowerCase(Locale.ROOT) + ")";
            default -> meeting.title();
        };
    }

    private static String description(FeedGroup group, FeedMeeting meeting) {
        var clocks = group.zones().stream()
                .map(clock -> "%s to %s in %s (%s)"
                        .formatted(
                                at(meeting.startsAt(), clock),
                                at(meeting.endsAt(), clock),
                                clock.zone(),
                                clock.parties()))
                .collect(joining("\n"));
        var online = meeting.online() == null ? "" : "\nOnline: " + meeting.online();
        return """
                %s, received by %s

                %s%s""".formatted(meeting.status(), meeting.host(), clocks, online);
    }

    private static String at(Instant instant, FeedGroup.Clock clock) {
        return LOCAL.withZone(ZoneId.of(clock.zone())).format(instant);
    }
}
