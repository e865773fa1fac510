@NullMarked
package org.moutracker.notifications.donereport;

import org.jspecify.annotations.NullMarked;
