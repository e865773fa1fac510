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
import org.moutracker.notifications.plan.MailKind;
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
        static native TemplateInstance html(MailText mail, @Nullable OptOutText optOut);

        static native TemplateInstance text(MailText mail, @Nullable OptOutText optOut);

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

    /** The two parts of a mail about what was reported done. */
    @CheckedTemplate(basePath = "action")
    static class DoneReportTemplates {
        static native TemplateInstance noticeHtml(DoneReportText mail);

        static native TemplateInstance noticeText(DoneReportText mail);
    }

    /** The two parts of a digest. */
    @CheckedTemplate(basePath = "digest")
    static class DigestTemplates {
        static native TemplateInstance html(DigestText mail, OptOutText optOut);

        static native TemplateInstance text(DigestText mail, OptOutText optOut);
    }

    private final Recipients recipients;
    private final WriteText writing;
    private final WriteMoves moves;
    private final WriteInvitation invitations;
    private final WriteMinutes minutes;
    private final WriteVerification verifications;
    private final WriteReturned returned;
    private final WriteDoneReport doneReports;
    private final WriteDigest digests;
    private final OptOutLinks optOuts;
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
            WriteDoneReport doneReports,
            WriteDigest digests,
            OptOutLinks optOuts,
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
        this.doneReports = doneReports;
        this.digests = digests;
        this.optOuts = optOuts;
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
            case Letter.OfDoneReport report -> Stream.empty();
            case Letter.OfDigest digest -> Stream.empty();
        };
    }

    /** A mail in words, before it has a format. */
    private record Said(Language language, String subject, TemplateInstance text, TemplateInstance html) {

        String asText() {
            return text.setLocale(language.tag()).render();
        }

        String asHtml() {
            return html.setLocale(language.tag()).render();
        }
    }

    private Said say(Letter letter, Map<UUID, Recipient> names) {
        return switch (letter) {
            case Letter.OfStep step -> {
                var said = writing.write(step, names);
                var optOut = step.optOut()
                        .map(one -> optOuts.text(one, said.language()))
                        .orElse(null);
                yield new Said(
                        said.language(), said.subject(), Templates.text(said, optOut), Templates.html(said, optOut));
            }
            case Letter.OfMoves moved -> {
                var said = moves.write(moved);
                yield new Said(said.language(), said.subject(), Templates.movesText(said), Templates.movesHtml(said));
            }
            case Letter.OfInvitation invitation -> {
                var said = invitations.write(invitation);
                yield new Said(
                        said.language(),
                        said.subject(),
                        MeetingTemplates.invitationText(said),
                        MeetingTemplates.invitationHtml(said));
            }
            case Letter.OfMinutes circulated -> {
                var said = minutes.write(circulated);
                yield new Said(
                        said.language(),
                        said.subject(),
                        MeetingTemplates.minutesText(said),
                        MeetingTemplates.minutesHtml(said));
            }
            case Letter.OfVerification verification -> {
                var said = verifications.write(verification);
                yield new Said(
                        said.language(),
                        said.subject(),
                        AddressTemplates.mailText(said),
                        AddressTemplates.mailHtml(said));
            }
            case Letter.OfReturned back -> {
                var said = returned.write(back);
                yield new Said(
                        said.language(),
                        said.subject(),
                        ReturnedTemplates.mailText(said),
                        ReturnedTemplates.mailHtml(said));
            }
            case Letter.OfDoneReport report -> {
                var said = doneReports.write(report);
                yield new Said(
                        said.language(),
                        said.subject(),
                        DoneReportTemplates.noticeText(said),
                        DoneReportTemplates.noticeHtml(said));
            }
            case Letter.OfDigest digest -> {
                var said = digests.write(digest);
                var optOut = optOuts.text(new OptOut(digest.readerId(), MailKind.DIGEST), said.language());
                yield new Said(
                        said.language(),
                        said.subject(),
                        DigestTemplates.text(said, optOut),
                        DigestTemplates.html(said, optOut));
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
                .header("Content-Language", said.language().tag())
                .header("Auto-Submitted", "auto-generated");
        letter.optOut().ifPresent(one -> message
                // RFC 2369, and RFC 8058: a mail program does it with one click, and asks nobody else.
                .header("List-Unsubscribe", "<" + optOuts.of(one) + ">")
                .header("List-Unsubscribe-Post", OptOutLinks.ONE_CLICK));
        return new Mail(to, finish(message, letter, to, said));
    }

    private byte[] finish(MimeFormat message, Letter letter, InternetAddress to, Said said) {
        var text = said.asText();
        var html = said.asHtml();
        return switch (letter) {
            case Letter.OfStep step ->
                withDates(message, said.language(), step.content().deadlineId(), dates.of(step), text, html);
            case Letter.OfMoves moved ->
                withDates(message, said.language(), moved.moves().only(), dates.of(moved), text, html);
            case Letter.OfVerification verification -> message.parts(text, html);
            case Letter.OfReturned back -> message.parts(text, html);
            case Letter.OfDoneReport report -> message.parts(text, html);
            case Letter.OfDigest digest -> message.parts(text, html);
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
            MimeFormat message,
            Language language,
            @Nullable UUID deadline,
            List<CalendarEntry> shown,
            String text,
            String html) {
        if (deadline != null) {
            inThread(message, entries.uid(deadline));
        }
        return shown.isEmpty()
                ? message.parts(text, html)
                : message.withCalendar(
                        text,
                        html,
                        new CalendarPart(
                                "PUBLISH", "deadline.ics", new String(entries.publish(shown, language), UTF_8)));
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
