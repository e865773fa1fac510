/** Mails that come back (RFC 3464): to an address that does not exist nothing more is sent. */
@NullMarked
package org.moutracker.notifications.bounce;

import org.jspecify.annotations.NullMarked;
