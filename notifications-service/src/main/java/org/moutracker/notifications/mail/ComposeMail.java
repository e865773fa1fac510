package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
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

    // Some 30 kB each.
    private static final int MOST_DRAFTS = 100;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
    private final WriteActions actions;
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
    private final String from;

    // What a reminder says to all who read it in one language and zone is written once, while it is sent to them.
    private final Cache<Shared, Draft> drafts = Caffeine.newBuilder()
            .maximumSize(MOST_DRAFTS)
            .expireAfterWrite(A_MINUTE)
            .build();

    ComposeMail(
            Recipients recipients,
            WriteText writing,
            WriteActions actions,
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
            MailSettings settings)
            throws AddressException {
        this.recipients = recipients;
        this.writing = writing;
        this.actions = actions;
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
        this.from = new InternetAddress(settings.from()).toString();
    }

    /** What writes these letters; looks up the people whom they name. */
    public Mails together(List<Letter> letters) {
        return together(recipients.find(letters.stream()
                .flatMap(ComposeMail::named)
                .map(AlertContent.Peer::id)
                .collect(toSet())));
    }

    Mails together(Map<UUID, Recipient> names) {
        return new Mails(this, names);
    }

    private static Stream<AlertContent.Peer> named(Letter letter) {
        return letter instanceof Letter.OfStep step ? step.content().responsible().stream() : Stream.empty();
    }

    /** What a letter says; of a step what it says to all. */
    Draft draft(Letter letter, Map<UUID, Recipient> names) throws AddressException {
        return switch (letter) {
            case Letter.OfStep step -> drafts.get(Shared.of(step, names), this::draft);
            case Letter.OfMoves moved -> {
                var said = moves.write(moved);
                yield draft(
                        said.language(),
                        said.subject(),
                        Templates.movesText(said),
                        Templates.movesHtml(said),
                        dates(dates.of(moved), said.language()));
            }
            case Letter.OfInvitation invitation -> {
                var said = invitations.write(invitation);
                yield draft(
                        said.language(),
                        said.subject(),
                        MeetingTemplates.invitationText(said),
                        MeetingTemplates.invitationHtml(said),
                        CalendarPart.of(
                                invitation.kind().name(),
                                "meeting.ics",
                                calendar.write(
                                        invitation,
                                        mailbox(invitation.mailbox()).getAddress())));
            }
            case Letter.OfMinutes circulated -> {
                var said = minutes.write(circulated);
                yield draft(
                        said.language(),
                        said.subject(),
                        MeetingTemplates.minutesText(said),
                        MeetingTemplates.minutesHtml(said),
                        null);
            }
            case Letter.OfVerification verification -> {
                var said = verifications.write(verification);
                yield draft(
                        said.language(),
                        said.subject(),
                        AddressTemplates.mailText(said),
                        AddressTemplates.mailHtml(said),
                        null);
            }
            case Letter.OfReturned back -> {
                var said = returned.write(back);
                yield draft(
                        said.language(),
                        said.subject(),
                        ReturnedTemplates.mailText(said),
                        ReturnedTemplates.mailHtml(said),
                        null);
            }
            case Letter.OfDoneReport report -> {
                var said = doneReports.write(report);
                yield draft(
                        said.language(),
                        said.subject(),
                        DoneReportTemplates.noticeText(said),
                        DoneReportTemplates.noticeHtml(said),
                        null);
            }
            case Letter.OfDigest digest -> {
                var said = digests.write(digest);
                var optOut = optOuts.text(new OptOut(digest.readerId(), MailKind.DIGEST), said.language());
                yield draft(
                        said.language(),
                        said.subject(),
                        DigestTemplates.text(said, optOut),
                        DigestTemplates.html(said, optOut),
                        null);
            }
        };
    }

    private Draft draft(Shared shared) {
        var letter = shared.letter();
        var said = writing.draft(letter, shared.names());
        var optOut = letter.optOut()
                .map(one -> OptOutText.of(Gap.OPT_OUT.sign(), said.language()))
                .orElse(null);
        return draft(
                said.language(),
                said.subject(),
                Templates.text(said, optOut),
                Templates.html(said, optOut),
                dates(dates.of(letter), said.language()));
    }

    private static Draft draft(
            Language language,
            String subject,
            TemplateInstance text,
            TemplateInstance html,
            @Nullable CalendarPart calendar) {
        return new Draft(
                language,
                MimeFormat.words("Subject", subject),
                Gapped.of(text.setLocale(language.tag()).render()),
                Gapped.of(html.setLocale(language.tag()).render()),
                calendar);
    }

    private @Nullable CalendarPart dates(List<CalendarEntry> shown, Language language) {
        return shown.isEmpty() ? null : CalendarPart.of("PUBLISH", "deadline.ics", entries.publish(shown, language));
    }

    /** The mail of a letter that was drafted. */
    Mail mail(Letter letter, Draft draft) throws AddressException {
        var to = mailbox(letter.mailbox());
        var message = new MimeFormat(letter.id())
                .header("Date", DATE_HEADER.format(letter.firedAt().atOffset(UTC)))
                .header("From", from)
                .header("To", to.toString())
                .header("Message-ID", "<" + letter.id() + "@" + settings.domain() + ">")
                .header("Subject", draft.subject())
                .header("Content-Language", draft.language().tag())
                .header("Auto-Submitted", "auto-generated");
        letter.optOut().ifPresent(one -> message
                // RFC 2369, and RFC 8058: a mail program does it with one click, and asks nobody else.
                .header("List-Unsubscribe", "<" + optOuts.of(one) + ">")
                .header("List-Unsubscribe-Post", OptOutLinks.ONE_CLICK));
        var about = about(letter);
        if (about != null) {
            var thread = "<" + about + ">";
            message.header("In-Reply-To", thread).header("References", thread);
        }
        if (letter instanceof Letter.OfInvitation) {
            message.header("Reply-To", addresses.organizer());
        }
        var personal = personal(letter, draft.language());
        var text = draft.text().fill(personal);
        var html = draft.html().fill(personal.inHtml());
        var calendar = draft.calendar();
        return new Mail(to, calendar == null ? message.parts(text, html) : message.withCalendar(text, html, calendar));
    }

    private Personal personal(Letter letter, Language language) {
        return letter instanceof Letter.OfStep step ? personal(step, language) : Personal.NOTHING;
    }

    private Personal personal(Letter.OfStep step, Language language) {
        var words = new EnumMap<Gap, String>(Gap.class);
        words.put(Gap.READER, Isolate.of(Words.line(step.reader()), language));
        WriteActions.offered(step.told()).forEach(action -> words.put(Gap.of(action), actions.address(step, action)));
        step.optOut().ifPresent(one -> words.put(Gap.OPT_OUT, optOuts.of(one)));
        return new Personal(words, step.content().place(step.readerId()));
    }

    /**
     * What a mail is about: all that answer one message that was never sent are shown together. Null for those that stand
     * alone, as what is about several deadlines does.
     */
    private @Nullable String about(Letter letter) {
        return switch (letter) {
            case Letter.OfStep step -> uid(step.content().deadlineId());
            case Letter.OfMoves moved -> uid(moved.moves().only());
            case Letter.OfInvitation invitation ->
                addresses.uid(invitation.content().meetingId());
            case Letter.OfMinutes circulated ->
                addresses.uid(circulated.content().meetingId());
            case Letter.OfVerification verification -> null;
            case Letter.OfReturned back -> null;
            case Letter.OfDoneReport report -> null;
            case Letter.OfDigest digest -> null;
        };
    }

    private @Nullable String uid(@Nullable UUID deadline) {
        return deadline == null ? null : entries.uid(deadline);
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
