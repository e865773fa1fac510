/** Inviting people to meetings: which letter is owed to whom, what became of it, and what they answered. */
@NullMarked
package org.moutracker.notifications.invitation;

import org.jspecify.annotations.NullMarked;
