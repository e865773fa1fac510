/** Whether the owner of an address reads it. */
@NullMarked
package org.moutracker.notifications.verification;

import org.jspecify.annotations.NullMarked;
