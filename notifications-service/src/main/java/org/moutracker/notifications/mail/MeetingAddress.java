package org.moutracker.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What meetings are called in calendars and mails, and where replies about them go. */
@ApplicationScoped
public class MeetingAddress {

    private static final String PREFIX = "meeting-";

    private final String domain;
    private final InternetAddress organizer;

    MeetingAddress(MailSettings mail, ReplySettings replies) throws AddressException {
        this.domain = mail.domain();
        this.organizer = new InternetAddress(replies.address().orElseGet(mail::from), true);
    }

    /** The UID of a meeting in every calendar (RFC 5545), and the message that all mails about it answer. */
    public String uid(UUID meeting) {
        return PREFIX + meeting + "@" + domain;
    }

    /** Who is replied to. */
    String organizer() {
        return organizer.getAddress();
    }

    /** The meeting that a UID means; empty when we have not written it. */
    public Optional<UUID> meeting(String uid) {
        var text = uid.strip().toLowerCase(Locale.ROOT);
        var end = "@" + domain.toLowerCase(Locale.ROOT);
        if (!text.startsWith(PREFIX) || !text.endsWith(end)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text.substring(PREFIX.length(), text.length() - end.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
