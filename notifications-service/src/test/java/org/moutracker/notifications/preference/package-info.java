/** Tests of what somebody prefers. */
@NullMarked
package org.moutracker.notifications.preference;

import org.jspecify.annotations.NullMarked;
