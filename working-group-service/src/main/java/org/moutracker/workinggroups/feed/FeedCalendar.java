package org.moutracker.workinggroups.feed;

import static java.util.stream.Collectors.joining;
import static net.fortuna.ical4j.model.property.immutable.ImmutableCalScale.GREGORIAN;
import static net.fortuna.ical4j.model.property.immutable.ImmutableMethod.PUBLISH;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CANCELLED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CONFIRMED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_TENTATIVE;
import static net.fortuna.ical4j.model.property.immutable.ImmutableTransp.TRANSPARENT;
import static net.fortuna.ical4j.model.property.immutable.ImmutableVersion.VERSION_2_0;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;

/**
 * Writes deadlines and meetings as an iCalendar (RFC 5545, RFC 7986). Only from what is stored, so the same state always gives the
 * same bytes.
 */
final class FeedCalendar {

    private static final Duration REFRESH = Duration.ofHours(1); // reminders come by mail, a calendar is for planning
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final URI base;
    private final URI meetings;

    /**
     * Says where more can be read, with a closing slash.
     *
     * @param base of deadlines
     * @param meetings of meetings
     */
    FeedCalendar(URI base, URI meetings) {
        this.base = base;
        this.meetings = meetings;
    }

    String write(FeedGroup group) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//MoU Tracker//Deadlines//EN"));
        calendar.add(VERSION_2_0);
        calendar.add(GREGORIAN);
        calendar.add(PUBLISH);
        calendar.add(new Name(plain(group.name())));
        calendar.add(new XProperty("X-WR-CALNAME", plain(group.name())));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        group.deadlines().forEach(deadline -> calendar.add(event(group, deadline)));
        group.meetings().forEach(meeting -> calendar.add(MeetingEntry.of(group, meeting, meetings)));
        return calendar.toString();
    }

    private VEvent event(FeedGroup group, FeedDeadline deadline) {
        var event = new VEvent(false);
        event.add(new Uid(deadline.id() + "@deadlines.mou-tracker"));
        event.add(new DtStamp(deadline.changedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new LastModified(deadline.changedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(Math.toIntExact(deadline.version())));
        event.add(new DtStart<>(deadline.lastDay()));
        // What is published must have one (RFC 5546, 3.2.1); a group has no address, and no client is to write to it.
        event.add(
                new Organizer(new ParameterList(List.of(new Cn("MoU Tracker"))), URI.create("urn:uuid:" + group.id())));
        event.add(new Summary(plain(summary(deadline))));
        event.add(new Description(plain(description(group, deadline))));
        event.add(status(deadline));
        event.add(TRANSPARENT);
        event.add(new Categories(deadline.kind()));
        event.add(new Url(base.resolve(deadline.id().toString())));
        return event;
    }

    private static Status status(FeedDeadline deadline) {
        return switch (deadline.status()) {
            case "CANCELLED", "WAIVED", "LAPSED" -> VEVENT_CANCELLED;
            default -> "PROVISIONAL".equals(deadline.certainty()) ? VEVENT_TENTATIVE : VEVENT_CONFIRMED;
        };
    }

    private static String summary(FeedDeadline deadline) {
        return switch (deadline.status()) {
            case "ACTIVE" -> deadline.title();
            default -> deadline.title() + " (" + deadline.status().toLowerCase(Locale.ROOT) + ")";
        };
    }

    private static String description(FeedGroup group, FeedDeadline deadline) {
        var weekday = deadline.lastDay().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        var instants = group.zones().stream()
                .map(clock -> LOCAL.withZone(ZoneId.of(clock.zone())).format(deadline.dueAt()) + " in " + clock.zone()
                        + " (" + clock.parties() + ")")
                .collect(joining("\n"));
        var steps = deadline.explanation().stream()
                .map(step -> "- " + step.step() + ": " + step.result() + ", " + step.because())
                .collect(joining("\n"));
        return """
                %s, %s %s (%s)
                From commitment %s

                The time is over with:
                %s

                How it is counted:
                %s""".formatted(
                        deadline.status(),
                        weekday,
                        deadline.lastDay(),
                        deadline.certainty(),
                        deadline.origin(),
                        instants,
                        steps);
    }

    /** What may stand in a text: RFC 5545 knows no control characters but the tab, and one way to end a line. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029) {
                plain.append('\n');
            } else if (point == '\t' || !Character.isISOControl(point)) {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }
}
