/** Tests of what is read in an application. */
@NullMarked
package org.moutracker.notifications.inbox;

import org.jspecify.annotations.NullMarked;
