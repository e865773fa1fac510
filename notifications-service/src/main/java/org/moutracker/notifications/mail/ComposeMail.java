package org.moutracker.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.recipient.Recipients;

/** Writes the mail for an alert or a letter: the same for the same, so that a repeat is the same message again. */
@ApplicationScoped
public class ComposeMail {

    private static final DateTimeFormatter DATE_HEADER =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    /** The two parts of a mail. */
    @CheckedTemplate(basePath = "alert")
    static class Templates {
        static native TemplateInstance html(MailText mail);

        static native TemplateInstance text(MailText mail);

        static native TemplateInstance movesHtml(MovesText mail);

        static native TemplateInstance movesText(MovesText mail);
    }

    /** The two parts of a mail about a meeting. */
    @CheckedTemplate(basePath = "meeting")
    static class MeetingTemplates {
        static native TemplateInstance invitationHtml(InvitationText mail);

        static native TemplateInstance invitationText(InvitationText mail);

        static native TemplateInstance minutesHtml(MinutesText mail);

        static native TemplateInstance minutesText(MinutesText mail);
    }

    /** The two parts of a mail that asks whether it has arrived. */
    @CheckedTemplate(basePath = "address")
    static class AddressTemplates {
        static native TemplateInstance mailHtml(AddressText mail);

        static native TemplateInstance mailText(AddressText mail);
    }

    /** The two parts of a mail that says that mails to somebody come back. */
    @CheckedTemplate(basePath = "returned")
    static class ReturnedTemplates {
        static native TemplateInstance mailHtml(ReturnedText mail);

        static native TemplateInstance mailText(ReturnedText mail);
    }

    private final Recipients recipients;
    private final WriteText writing;
    private final WriteMoves moves;
    private final WriteInvitation invitations;
    private final WriteMinutes minutes;
    private final WriteVerification verifications;
    private final WriteReturned returned;
    private final InvitationCalendar calendar;
    private final DatesInMail dates;
    private final WriteEntries entries;
    private final MeetingAddress addresses;
    private final MailSettings settings;

    ComposeMail(
            Recipients recipients,
            WriteText writing,
            WriteMoves moves,
            WriteInvitation invitations,
            WriteMinutes minutes,
            WriteVerification verifications,
            WriteReturned returned,
            InvitationCalendar calendar,
            DatesInMail dates,
            WriteEntries entries,
            MeetingAddress addresses,
            MailSettings settings) {
        this.recipients = recipients;
        this.writing = writing;
        this.moves = moves;
        this.invitations = invitations;
        this.minutes = minutes;
        this.verifications = verifications;
        this.returned = returned;
        this.calendar = calendar;
        this.dates = dates;
        this.entries = entries;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** The people whom these letters name. */
    public Map<UUID, Recipient> names(List<Letter> letters) {
        return recipients.find(letters.stream()
                .flatMap(ComposeMail::named)
                .map(AlertContent.Peer::id)
                .collect(toSet()));
    }

    private static Stream<AlertContent.Peer> named(Letter letter) {
        return switch (letter) {
            case Letter.OfStep step -> step.content().responsible().stream();
            case Letter.OfMoves moves -> Stream.empty();
            case Letter.OfInvitation invitation -> Stream.empty();
            case Letter.OfMinutes minutes -> Stream.empty();
            case Letter.OfVerification verification -> Stream.empty();
            case Letter.OfReturned returned -> Stream.empty();
        };
    }

    /** A mail in words, before it has a format. */
    private record Said(String subject, TemplateInstance text, TemplateInstance html) {}

    private Said say(Letter letter, Map<UUID, Recipient> names) {
        return switch (letter) {
            case Letter.OfStep step -> {
                var said = writing.write(step, names);
                yield new Said(said.subject(), Templates.text(said), Templates.html(said));
            }
            case Letter.OfMoves moved -> {
                var said = moves.write(moved);
                yield new Said(said.subject(), Templates.movesText(said), Templates.movesHtml(said));
            }
            case Letter.OfInvitation invitation -> {
                var said = invitations.write(invitation);
                yield new Said(
                        said.subject(), MeetingTemplates.invitationText(said), MeetingTemplates.invitationHtml(said));
            }
            case Letter.OfMinutes circulated -> {
                var said = minutes.write(circulated);
                yield new Said(said.subject(), MeetingTemplates.minutesText(said), MeetingTemplates.minutesHtml(said));
            }
            case Letter.OfVerification verification -> {
                var said = verifications.write(verification);
                yield new Said(said.subject(), AddressTemplates.mailText(said), AddressTemplates.mailHtml(said));
            }
            case Letter.OfReturned back -> {
                var said = returned.write(back);
                yield new Said(said.subject(), ReturnedTemplates.mailText(said), ReturnedTemplates.mailHtml(said));
            }
        };
    }

    /** The mail, unless its reader has an address that is none. */
    public Mail mail(Letter letter, Map<UUID, Recipient> names) throws AddressException {
        var to = mailbox(letter.mailbox());
        var said = say(letter, names);
        var message = new MimeFormat(letter.id())
                .header("Date", DATE_HEADER.format(letter.firedAt().atOffset(UTC)))
                .header("From", new InternetAddress(settings.from()).toString())
                .header("To", to.toString())
                .header("Message-ID", "<" + letter.id() + "@" + settings.domain() + ">")
                .words("Subject", said.subject())
                .header("Auto-Submitted", "auto-generated");
        return new Mail(to, finish(message, letter, to, said));
    }

    private byte[] finish(MimeFormat message, Letter letter, InternetAddress to, Said said) {
        var text = said.text().render();
        var html = said.html().render();
        return switch (letter) {
            case Letter.OfStep step -> withDates(message, step.content().deadlineId(), dates.of(step), text, html);
            case Letter.OfMoves moved -> withDates(message, moved.moves().only(), dates.of(moved), text, html);
            case Letter.OfVerification verification -> message.parts(text, html);
            case Letter.OfReturned back -> message.parts(text, html);
            case Letter.OfInvitation invitation ->
                ofOneMeeting(message, invitation.content().meetingId())
                        .header("Reply-To", addresses.organizer())
                        .withCalendar(
                                text,
                                html,
                                new CalendarPart(
                                        invitation.kind().name(),
                                        "meeting.ics",
                                        new String(calendar.write(invitation, to.getAddress()), UTF_8)));
            case Letter.OfMinutes circulated ->
                ofOneMeeting(message, circulated.content().meetingId()).parts(text, html);
        };
    }

    /** All mails about one deadline are shown together too; those about several stand alone. */
    private byte[] withDates(
            MimeFormat message, @Nullable UUID deadline, List<CalendarEntry> shown, String text, String html) {
        if (deadline != null) {
            inThread(message, entries.uid(deadline));
        }
        return shown.isEmpty()
                ? message.parts(text, html)
                : message.withCalendar(
                        text,
                        html,
                        new CalendarPart("PUBLISH", "deadline.ics", new String(entries.publish(shown), UTF_8)));
    }

    /** All mails about a meeting answer one message that was never sent, so that programs show them together. */
    private MimeFormat ofOneMeeting(MimeFormat message, UUID meeting) {
        return inThread(message, addresses.uid(meeting));
    }

    private static MimeFormat inThread(MimeFormat message, String about) {
        var thread = "<" + about + ">";
        return message.header("In-Reply-To", thread).header("References", thread);
    }

    /** The bare address, its domain in the letters that every server knows. */
    private static InternetAddress mailbox(String text) throws AddressException {
        var domain = text.lastIndexOf('@') + 1;
        try {
            var plain = text.substring(0, domain) + IDN.toASCII(text.substring(domain));
            var address = new InternetAddress(plain, true);
            if (plain.equals(address.getAddress()) && plain.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // The same as below.
        }
        throw new AddressException("not an address");
    }
}
