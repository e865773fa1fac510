/** Set-based statements: arrays in, records out. */
@NullMarked
package org.moutracker.notifications.sql;

import org.jspecify.annotations.NullMarked;
