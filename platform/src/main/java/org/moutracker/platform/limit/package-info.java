/** What one client may ask for, and in which time. */
@NullMarked
package org.moutracker.platform.limit;

import org.jspecify.annotations.NullMarked;
