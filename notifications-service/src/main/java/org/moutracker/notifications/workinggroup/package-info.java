/** What we hear about working groups: who answers for which side, and what is missing. */
@NullMarked
package org.moutracker.notifications.workinggroup;

import org.jspecify.annotations.NullMarked;
