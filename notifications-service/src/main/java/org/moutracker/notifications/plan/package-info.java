/** Which step of a deadline's ladder reaches whom and when. */
@NullMarked
package org.moutracker.notifications.plan;

import org.jspecify.annotations.NullMarked;
