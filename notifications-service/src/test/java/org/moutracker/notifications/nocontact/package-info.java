/** Tests of who must not be told anything. */
@NullMarked
package org.moutracker.notifications.nocontact;

import org.jspecify.annotations.NullMarked;
