package org.moutracker.notifications.mail;

/**
 * A calendar as a part of a mail.
 *
 * @param method what the reader's program is to do with it (RFC 5546)
 * @param file how it is called as a file
 */
record CalendarPart(String method, String file, String content) {}
