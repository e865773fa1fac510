/** The pages by which people put an end to mails that they can do without, and take that back; without an account. */
@NullMarked
package org.moutracker.notifications.optout;

import org.jspecify.annotations.NullMarked;
