/** Holds: nothing of their scope is sent while they stand, and everything is kept. */
@NullMarked
package org.moutracker.notifications.hold;

import org.jspecify.annotations.NullMarked;
