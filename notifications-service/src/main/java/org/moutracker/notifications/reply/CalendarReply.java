package org.moutracker.notifications.reply;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.meeting.Answer;

/**
 * What a calendar program writes when its owner has answered an invitation (METHOD:REPLY, RFC 5546, 3.2.3): which
 * meeting, whose answer, and when it was given.
 *
 * @param attendees each with his answer; a reply has one, some programs list others too
 * @param stamp null when it says none that is clear
 */
record CalendarReply(
        String uid,
        int sequence,
        List<Attendee> attendees,
        @Nullable Instant stamp) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    /**
     * Somebody who answers.
     *
     * @param partStat in capitals, as it came
     */
    record Attendee(String address, String partStat) {

        /** Empty where it is none of the three that a person gives. */
        Optional<Answer> answer() {
            return switch (partStat) {
                case "ACCEPTED" -> Optional.of(Answer.ACCEPTED);
                case "DECLINED" -> Optional.of(Answer.DECLINED);
                case "TENTATIVE" -> Optional.of(Answer.TENTATIVE);
                default -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return "Attendee[" + partStat + "]";
        }
    }

    /** Something that cannot be understood. */
    static final class Malformed extends Exception {
        Malformed(String what) {
            super(what);
        }
    }

    /** Empty for a calendar that is no reply: an invitation, a proposal of another time. */
    static Optional<CalendarReply> read(String calendar, String methodOfPart) throws Malformed {
        var method = methodOfPart;
        var event = new ArrayList<ContentLine>();
        var depth = new ArrayList<String>();
        for (var line : ContentLine.read(calendar)) {
            var component = line.value().toUpperCase(Locale.ROOT);
            switch (line.name()) {
                case "BEGIN" -> depth.add(component);
                case "END" -> depth.remove(component);
                case "METHOD" -> method = component;
                default -> {
                    // Alarms and zones inside or beside the event have stamps and names of their own.
                    if (!depth.isEmpty() && depth.getLast().equals("VEVENT")) {
                        event.add(line);
                    }
                }
            }
        }
        return method.equalsIgnoreCase("REPLY") ? Optional.of(of(event)) : Optional.empty();
    }

    private static CalendarReply of(List<ContentLine> event) throws Malformed {
        var attendees = event.stream()
                .filter(line -> line.name().equals("ATTENDEE"))
                .map(line -> new Attendee(
                        address(line.value()), line.parameter("PARTSTAT").toUpperCase(Locale.ROOT)))
                .toList();
        return new CalendarReply(
                value(event, "UID").orElseThrow(() -> new Malformed("no UID")),
                sequence(value(event, "SEQUENCE").orElse("0")),
                attendees,
                value(event, "DTSTAMP").flatMap(CalendarReply::stamp).orElse(null));
    }

    /** What a mailto: means; anything else as it stands. */
    private static String address(String value) {
        var address = value.replaceFirst("(?i)^mailto:", "").strip();
        try {
            return new URI("mailto:" + address).getSchemeSpecificPart();
        } catch (URISyntaxException e) {
            return address;
        }
    }

    private static Optional<String> value(List<ContentLine> event, String name) {
        return event.stream()
                .filter(line -> line.name().equals(name))
                .map(ContentLine::value)
                .findFirst();
    }

    private static int sequence(String text) throws Malformed {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Malformed("a SEQUENCE that is no number");
        }
    }

    /** It has to be in UTC; one that is not could be at any time. */
    private static Optional<Instant> stamp(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.toUpperCase(Locale.ROOT), STAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
