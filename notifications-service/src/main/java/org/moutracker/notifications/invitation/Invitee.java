package org.moutracker.notifications.invitation;

import org.moutracker.notifications.meeting.InvitedAs;

/**
 * Somebody who is or was invited to a meeting.
 *
 * @param invited whether he still is
 * @param reachable whether he has an address, and all that a letter says is known
 */
record Invitee(boolean invited, InvitedAs as, boolean reachable, History history) {}
