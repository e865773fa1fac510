package org.moutracker.notifications.reply;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.moutracker.notifications.mail.MailSettings.Tls;
import org.moutracker.notifications.mail.ReplySettings;

/** The mailbox of replies while it is open. Messages are read without a mark, in portions, and never larger than a reply. */
final class ReplyMailbox implements AutoCloseable {

    // A reply has some thousand bytes; with a picture in its signature some hundred thousand.
    static final int LARGEST = 4 * 1024 * 1024;

    // In one portion: what is judged is kept in memory until then.
    static final int PORTION = 20;

    // Numbers that are looked at in one go, since most of them may be of messages that are gone.
    private static final int WINDOW = 1_000;

    private final IMAPStore store;
    private final IMAPFolder folder;

    private ReplyMailbox(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static ReplyMailbox open(ReplySettings settings) throws MessagingException {
        var session = Session.getInstance(properties(settings));
        var store = settings.tls() == Tls.TLS ? new IMAPSSLStore(session, null) : new IMAPStore(session, null);
        try {
            store.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
            var folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new ReplyMailbox(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(ReplySettings settings) {
        var patience = String.valueOf(settings.patience().toMillis());
        var properties = new Properties();
        for (var protocol : List.of("imap", "imaps")) {
            var of = "mail." + protocol + ".";
            properties.setProperty(of + "connectiontimeout", patience);
            properties.setProperty(of + "timeout", patience);
            properties.setProperty(of + "writetimeout", patience);
            properties.setProperty(of + "ssl.checkserveridentity", "true");
            properties.setProperty(of + "starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
            properties.setProperty(of + "starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
            // What nobody has understood must stay unread for a person.
            properties.setProperty(of + "peek", "true");
            properties.setProperty(of + "fetchsize", String.valueOf(256 * 1024));
        }
        return properties;
    }

    /**
     * A message, or the end of a stretch without any.
     *
     * @param content empty when it is too large
     */
    record Found(ReadPlace place, Optional<byte[]> content, boolean isMessage) {}

    /** The first messages after a place, in their order; empty when there are none. */
    List<Found> after(ReadPlace known) throws MessagingException, IOException {
        var place = known.under(folder.getUIDValidity());
        var next = folder.getUIDNext();
        var end = next > 0 ? Math.min(place.uid() + WINDOW, next - 1) : UIDFolder.LASTUID;
        if (next > 0 && place.uid() >= next - 1) {
            return List.of();
        }
        var messages = folder.getMessagesByUID(place.uid() + 1, end);
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        var found = new ArrayList<Found>();
        for (var message : messages) {
            // A server answers its last message where none is after the place.
            if (folder.getUID(message) > place.uid() && found.size() < PORTION) {
                found.add(found(place, message));
            }
        }
        // The last stretch is looked at again: a message that is just arriving has its number before it can be seen.
        if (found.isEmpty() && end < next - 1) {
            found.add(new Found(new ReadPlace(place.validity(), end), Optional.empty(), false));
        }
        return found;
    }

    private Found found(ReadPlace place, Message message) throws MessagingException, IOException {
        var here = new ReadPlace(place.validity(), folder.getUID(message));
        if (message.getSize() > LARGEST) {
            return new Found(here, Optional.empty(), true);
        }
        try (var in = ((IMAPMessage) message).getMimeStream()) {
            var bytes = in.readNBytes(LARGEST + 1);
            return new Found(here, bytes.length > LARGEST ? Optional.empty() : Optional.of(bytes), true);
        }
    }

    /** Marks messages in which nothing is left for a person to read. */
    void markRead(List<ReadPlace> places) throws MessagingException {
        var uids = places.stream().mapToLong(ReadPlace::uid).toArray();
        for (var message : folder.getMessagesByUID(uids)) {
            if (message != null) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
        }
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }
}
