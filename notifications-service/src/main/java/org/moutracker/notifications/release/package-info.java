/** What one cause would send to very many waits until somebody has looked at it and releases or cancels it. */
@NullMarked
package org.moutracker.notifications.release;

import org.jspecify.annotations.NullMarked;
