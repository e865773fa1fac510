/** Tests of the service as a whole, and what they share. */
@NullMarked
package org.moutracker.notifications;

import org.jspecify.annotations.NullMarked;
