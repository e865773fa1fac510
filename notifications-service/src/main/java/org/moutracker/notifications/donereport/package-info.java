/** Done reports: somebody says that what was due is done, and whoever answers for it confirms that or does not. */
@NullMarked
package org.moutracker.notifications.donereport;

import org.jspecify.annotations.NullMarked;
