/** Calendars that programs subscribe to: of a member, or of a group. */
@NullMarked
package org.moutracker.notifications.feed;

import org.jspecify.annotations.NullMarked;
