package org.moutracker.notifications.mail;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
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

    private final Recipients recipients;
    private final DraftMail drafts;
    private final WriteActions actions;
    private final OptOutLinks optOuts;
    private final WriteEntries entries;
    private final MeetingAddress addresses;
    private final MailSettings settings;
    private final String from;

    ComposeMail(
            Recipients recipients,
            DraftMail drafts,
            WriteActions actions,
            OptOutLinks optOuts,
            WriteEntries entries,
            MeetingAddress addresses,
            MailSettings settings)
            throws AddressException {
        this.recipients = recipients;
        this.drafts = drafts;
        this.actions = actions;
        this.optOuts = optOuts;
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

    /**
     * The mail, unless its reader has an address that is none.
     *
     * @param names of those whom it names
     */
    Mail write(Letter letter, Map<UUID, Recipient> names) throws AddressException {
        var to = mailbox(letter.mailbox());
        var draft = drafts.draft(letter, to, names);
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
