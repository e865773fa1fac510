/** What we hear about contact points: whom one turns to in an organization. */
@NullMarked
package org.moutracker.notifications.contactpoint;

import org.jspecify.annotations.NullMarked;
