/** What somebody was told, to be read in an application: listed, marked as read, and streamed as it comes. */
@NullMarked
package org.moutracker.notifications.inbox;

import org.jspecify.annotations.NullMarked;
