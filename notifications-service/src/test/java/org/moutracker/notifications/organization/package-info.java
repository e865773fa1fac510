/** Tests of what we hear about organizations. */
@NullMarked
package org.moutracker.notifications.organization;

import org.jspecify.annotations.NullMarked;
