package org.moutracker.notifications.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.page.Frame;
import org.moutracker.notifications.plan.Level;
import org.moutracker.platform.page.Stylesheet;

/**
 * An inbox as its template needs it: every line said, only layout is left. Addresses are as seen from the page's own.
 *
 * @param unread how many of all are unread, in words
 * @param latest whether nothing newer stands on another page
 * @param listen where a stream tells what is new
 * @param older where the page after this one is; null on the last
 * @param last what was told last of what stands here; null where nothing stands
 */
public record InboxPage(
        Language language,
        Base base,
        String unread,
        boolean hasUnread,
        boolean onlyUnread,
        boolean latest,
        String listen,
        List<Item> items,
        @Nullable String older,
        @Nullable UUID last) {

    static final Stylesheet.Scripted LOOKS = Frame.STYLE.with(InboxPage.class);

    /** Where the page itself is, seen from itself. */
    public record Base(String token) {

        public String all() {
            return token;
        }

        public String unread() {
            return token + "?show=unread";
        }

        public String readAll() {
            return token + "/read-all";
        }

        public String read(UUID alert) {
            return token + "/alerts/" + alert + "/read";
        }
    }

    /**
     * Something that somebody was told.
     *
     * @param open where it says what it is about, and what can be done; null where nothing can
     */
    public record Item(
            UUID alert,
            Level level,
            String levelName,
            String title,
            @Nullable String reference,
            @Nullable String lastDay,
            @Nullable String movedFrom,
            String told,
            @Nullable String open,
            boolean stands,
            boolean read) {}

    public String script() {
        return LOOKS.script();
    }
}
