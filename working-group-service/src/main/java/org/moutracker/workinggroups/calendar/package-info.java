/** Calendars: which days are working days for whom. */
@NullMarked
package org.moutracker.workinggroups.calendar;

import org.jspecify.annotations.NullMarked;
