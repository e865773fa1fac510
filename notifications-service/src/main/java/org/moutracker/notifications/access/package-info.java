/** What of what people are told is the caller's own. */
@NullMarked
package org.moutracker.notifications.access;

import org.jspecify.annotations.NullMarked;
