/** Tests of what waits for its reader's time. */
@NullMarked
package org.moutracker.notifications.digest;

import org.jspecify.annotations.NullMarked;
