package org.moutracker.notifications.mail;

import static net.fortuna.ical4j.model.property.immutable.ImmutableCalScale.GREGORIAN;
import static net.fortuna.ical4j.model.property.immutable.ImmutableMethod.CANCEL;
import static net.fortuna.ical4j.model.property.immutable.ImmutableMethod.REQUEST;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CANCELLED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CONFIRMED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableTransp.OPAQUE;
import static net.fortuna.ical4j.model.property.immutable.ImmutableVersion.VERSION_2_0;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import org.moutracker.platform.icalendar.FoldedLines;

/**
 * Writes an invitation, its change or its withdrawal for the reader's calendar (RFC 5546). Times are instants in UTC, so
 * that no program has to know our zones; he alone is named, since others' addresses are none of his business.
 */
@ApplicationScoped
class InvitationCalendar {

    private final MeetingAddress addresses;

    InvitationCalendar(MeetingAddress addresses) {
        this.addresses = addresses;
    }

    byte[] write(Letter.OfInvitation letter, String mailbox) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//MoU Tracker//Meetings//EN"));
        calendar.add(VERSION_2_0);
        calendar.add(GREGORIAN);
        calendar.add(letter.kind() == LetterKind.CANCEL ? CANCEL : REQUEST);
        calendar.add(event(letter, mailbox));
        return FoldedLines.of(calendar.toString());
    }

    private VEvent event(Letter.OfInvitation letter, String mailbox) {
        var content = letter.content();
        var event = new VEvent(false);
        event.add(new Uid(addresses.uid(content.meetingId())));
        event.add(new DtStamp(letter.firedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(letter.sequence()));
        event.add(new DtStart<>(content.startsAt().truncatedTo(ChronoUnit.SECONDS)));
        if (content.endsAt() != null) {
            event.add(new DtEnd<>(content.endsAt().truncatedTo(ChronoUnit.SECONDS)));
        }
        event.add(new Summary(summary(content)));
        var where = where(content);
        if (!where.isEmpty()) {
            event.add(new Location(where));
        }
        event.add(new Description(
                Phrases.lend(Language.of(letter.language()), phrases -> description(content, phrases))));
        event.add(new Organizer(new ParameterList(List.of(new Cn("MoU Tracker"))), mailto(addresses.organizer())));
        event.add(new Attendee(new ParameterList(attendee(letter)), mailto(mailbox)));
        event.add(content.news().withdraws() ? VEVENT_CANCELLED : VEVENT_CONFIRMED);
        event.add(OPAQUE);
        return event;
    }

    private static List<Parameter> attendee(Letter.OfInvitation letter) {
        var parameters = new ArrayList<Parameter>();
        // A parameter cannot say a quotation mark; programs differ in what they make of its escape (RFC 6868).
        parameters.add(new Cn(Words.line(letter.reader()).replace('"', '\'').replace('^', ' ')));
        parameters.add(CuType.INDIVIDUAL);
        parameters.add(Role.REQ_PARTICIPANT);
        parameters.add(partStat(letter.content()));
        if (!letter.content().news().withdraws()) {
            parameters.add(Rsvp.TRUE);
        }
        return parameters;
    }

    private static PartStat partStat(InvitationContent content) {
        return switch (content.answer()) {
            case NEEDS_ACTION -> PartStat.NEEDS_ACTION;
            case ACCEPTED -> PartStat.ACCEPTED;
            case DECLINED -> PartStat.DECLINED;
            case TENTATIVE -> PartStat.TENTATIVE;
        };
    }

    private static String summary(InvitationContent content) {
        return Stream.of(content.title(), content.groupName())
                .filter(Objects::nonNull)
                .map(Words::line)
                .collect(Collectors.joining(" – "));
    }

    private static String where(InvitationContent content) {
        return Stream.of(content.place(), content.online())
                .filter(Objects::nonNull)
                .map(Words::line)
                .collect(Collectors.joining(", "));
    }

    private static String description(InvitationContent content, Phrases phrases) {
        var lines = new ArrayList<String>();
        WriteInvitation.clocks(content, phrases).forEach(clock -> lines.add(clock.name() + ": " + clock.text()));
        if (!content.agenda().isEmpty()) {
            lines.add("");
            WriteInvitation.agenda(content, phrases).forEach(lines::add);
        }
        return String.join("\n", lines);
    }

    private static URI mailto(String address) {
        try {
            // Unlike URI.create it escapes what may stand in an address and not in a URI.
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address that is none", e);
        }
    }
}
