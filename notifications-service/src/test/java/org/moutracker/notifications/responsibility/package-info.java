/** Tests of what we hear. */
@NullMarked
package org.moutracker.notifications.responsibility;

import org.jspecify.annotations.NullMarked;
