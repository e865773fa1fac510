package org.moutracker.notifications.inbox;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Action;
import org.moutracker.notifications.mail.ActionLinks;
import org.moutracker.notifications.mail.Days;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.mail.Told;
import org.moutracker.notifications.plan.Level;
import org.moutracker.platform.paging.Count;

/** Says in the words of its owner what stands in an inbox. */
@ApplicationScoped
class WriteInbox {

    private final InboxPages inboxes;
    private final InboxStreams streams;
    private final ActionLinks actions;
    private final InstantSource clock;

    WriteInbox(InboxPages inboxes, InboxStreams streams, ActionLinks actions, InstantSource clock) {
        this.inboxes = inboxes;
        this.streams = streams;
        this.actions = actions;
        this.clock = clock;
    }

    /** Which part of an inbox is looked at. */
    record Look(boolean onlyUnread, @Nullable Long before) {}

    private static final int SIZE = 25;

    /**
     * Writes a page of it.
     *
     * @param zone of its owner; null for one who has told none
     */
    InboxPage write(String token, InboxLink link, Look look, Language language, @Nullable ZoneId zone) {
        // From here on the stream tells what comes; what was told since may stand here and be told again, never be
        // lost.
        var known = streams.now();
        var only = new InboxPages.Filter(look.onlyUnread() ? Boolean.FALSE : null, null, null);
        var found = inboxes.page(link.person(), link.reader(), only, look.before(), SIZE + 1);
        var shown = found.subList(0, Math.min(SIZE, found.size()));
        var say = messages(language);
        var unread = inboxes.unread(link.person(), link.reader());
        return new InboxPage(
                language,
                new InboxPage.Base(token),
                say.unread(number(unread, say)),
                unread.number() > 0,
                look.onlyUnread(),
                look.before() == null,
                token + "/stream" + (known < 0 ? "" : "?after=" + known),
                shown.stream()
                        .map(item -> item(item, language, requireNonNullElse(zone, UTC)))
                        .toList(),
                found.size() > SIZE
                        ? token + "?before=" + shown.getLast().number() + (look.onlyUnread() ? "&show=unread" : "")
                        : null,
                shown.isEmpty() ? null : shown.getFirst().alertId());
    }

    private InboxPage.Item item(InboxView item, Language language, ZoneId zone) {
        var say = messages(language);
        return new InboxPage.Item(
                item.alertId(),
                item.level(),
                level(item.level(), say),
                item.title(),
                item.reference(),
                lastDay(item, say, language),
                item.movedFrom() == null ? null : say.movedFrom(Days.full(item.movedFrom(), language)),
                say.told(Days.moment(item.firedAt(), zone, language)),
                open(item),
                item.stands(),
                item.readAt() != null);
    }

    /** As in the mail that told it. */
    private @Nullable String open(InboxView item) {
        var link = new Told(item.alertId(), item.round(), false).link(Action.OPEN, item.firedAt());
        return item.stands() && item.step() != null && clock.instant().isBefore(link.expiresAt())
                ? ".." + ActionLinks.PATH + actions.text(link)
                : null;
    }

    private static @Nullable String lastDay(InboxView item, InboxMessages say, Language language) {
        if (item.lastDay() != null) {
            return say.lastDay(Days.full(item.lastDay(), language));
        }
        return item.level() == Level.OVER ? null : say.noLastDay();
    }

    private static String level(Level level, InboxMessages say) {
        return switch (level) {
            case REMINDER -> say.reminder();
            case OVERDUE -> say.overdue();
            case ESCALATION -> say.escalation();
            case CHANGED -> say.changed();
            case OVER -> say.notDue();
        };
    }

    private static String number(Count unread, InboxMessages say) {
        return unread.exact() ? String.valueOf(unread.number()) : say.orMore(unread.number());
    }

    static InboxMessages messages(Language language) {
        return language.say(InboxMessages.class);
    }
}
