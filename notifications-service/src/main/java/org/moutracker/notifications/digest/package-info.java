/** What waits for its reader's time: for the end of his quiet hours, or for the one mail a day or a week that lists all. */
@NullMarked
package org.moutracker.notifications.digest;

import org.jspecify.annotations.NullMarked;
