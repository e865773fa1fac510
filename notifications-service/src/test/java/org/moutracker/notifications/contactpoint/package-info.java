/** Tests of what we hear. */
@NullMarked
package org.moutracker.notifications.contactpoint;

import org.jspecify.annotations.NullMarked;
