/** What RFC 5545 asks of every calendar file, whatever stands in it. */
@NullMarked
package org.moutracker.platform.icalendar;

import org.jspecify.annotations.NullMarked;
