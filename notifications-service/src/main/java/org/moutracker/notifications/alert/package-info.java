/** What somebody is told of a deadline: fired by time, ended by events. */
@NullMarked
package org.moutracker.notifications.alert;

import org.jspecify.annotations.NullMarked;
