package org.moutracker.notifications.inbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of an inbox as a page. Other languages are in {@code messages/inbox_*.properties}. */
@MessageBundle(value = "inbox", locale = "en")
public interface InboxMessages {

    @Message("Your inbox")
    String title();

    @Message("Unread: {number}")
    String unread(String number);

    @Message("{number} or more")
    String orMore(long number);

    @Message("All")
    String all();

    @Message("Only what is unread")
    String onlyUnread();

    @Message("There is nothing here.")
    String nothing();

    @Message("There is something new.")
    String news();

    @Message("Show it")
    String showNews();

    @Message("Reminder")
    String reminder();

    @Message("Overdue")
    String overdue();

    @Message("Escalated")
    String escalation();

    @Message("Moved")
    String changed();

    @Message("Not due any more")
    String notDue();

    @Message("Last day: {day}")
    String lastDay(String day);

    @Message("Its last day is not known any more")
    String noLastDay();

    @Message("Before: {day}")
    String movedFrom(String day);

    @Message("Told on {moment}")
    String told(String moment);

    @Message("This does not concern you any more.")
    String over();

    @Message("New")
    String isNew();

    @Message("Mark as read")
    String markRead();

    @Message("Mark all as read")
    String markAllRead();

    @Message("Older")
    String older();

    @Message("Back to the latest")
    String latest();

    @Message("Whoever has the address of this page can read it. Please do not pass it on.")
    String keepSecret();

    @Message("This inbox cannot be shown")
    String refusedTitle();

    @Message(
            "The link was not made for an inbox, or its time is over. Please ask for a new one where you were given it.")
    String refused();
}
