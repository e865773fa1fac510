package org.moutracker.notifications.inbox;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNullElse;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.plan.Level;
import org.moutracker.platform.paging.Count;

/** Says in the words of its owner what stands in an inbox. */
@ApplicationScoped
class WriteInbox {

    private final InboxPages inboxes;
    private final InboxStreams streams;

    WriteInbox(InboxPages inboxes, InboxStreams streams) {
        this.inboxes = inboxes;
        this.streams = streams;
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

    private static InboxPage.Item item(InboxView item, Language language, ZoneId zone) {
        var say = messages(language);
        var moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .localizedBy(language.formats());
        return new InboxPage.Item(
                item.alertId(),
                item.level(),
                level(item.level(), say),
                item.title(),
                item.reference(),
                lastDay(item, say, language),
                item.movedFrom() == null ? null : say.movedFrom(day(item.movedFrom(), language)),
                say.told(moment.format(item.firedAt().atZone(zone))),
                item.stands(),
                item.readAt() != null);
    }

    private static @Nullable String lastDay(InboxView item, InboxMessages say, Language language) {
        if (item.lastDay() != null) {
            return say.lastDay(day(item.lastDay(), language));
        }
        return item.level() == Level.OVER ? null : say.noLastDay();
    }

    private static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(language.formats())
                .format(day);
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

    private static InboxMessages messages(Language language) {
        return language == Language.ENGLISH
                ? MessageBundles.get(InboxMessages.class)
                : MessageBundles.get(InboxMessages.class, Localized.Literal.of(language.tag()));
    }
}
