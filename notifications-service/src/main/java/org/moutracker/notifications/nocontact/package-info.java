/** Who must not be told anything: a side of an agreement, or an organization wherever it stands. */
@NullMarked
package org.moutracker.notifications.nocontact;

import org.jspecify.annotations.NullMarked;
