/** What a mail says. */
@NullMarked
package org.moutracker.notifications.mail;

import org.jspecify.annotations.NullMarked;
