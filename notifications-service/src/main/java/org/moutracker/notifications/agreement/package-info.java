/** What we hear about agreements: their names and who stands on which side. */
@NullMarked
package org.moutracker.notifications.agreement;

import org.jspecify.annotations.NullMarked;
