/** Lines as calendar programs read them. */
@NullMarked
package org.moutracker.platform.icalendar;

import org.jspecify.annotations.NullMarked;
