/** What we hear about meetings: when and where they are, who is invited, and which minutes were circulated. */
@NullMarked
package org.moutracker.notifications.meeting;

import org.jspecify.annotations.NullMarked;
