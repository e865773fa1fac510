/** What we hear about officers: who of the register's own side answers for an agreement. */
@NullMarked
package org.moutracker.notifications.responsibility;

import org.jspecify.annotations.NullMarked;
