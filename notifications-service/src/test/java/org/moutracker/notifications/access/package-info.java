@NullMarked
package org.moutracker.notifications.access;

import org.jspecify.annotations.NullMarked;
