/** Tests of how people put an end to mails. */
@NullMarked
package org.moutracker.notifications.optout;

import org.jspecify.annotations.NullMarked;
