/** What we hear about the working days of each authority. */
@NullMarked
package org.moutracker.notifications.calendar;

import org.jspecify.annotations.NullMarked;
