/** What we hear about deadlines: when they end, why then, and whether they are still open. */
@NullMarked
package org.moutracker.notifications.deadline;

import org.jspecify.annotations.NullMarked;
