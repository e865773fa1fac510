@NullMarked
package org.moutracker.notifications.action;

import org.jspecify.annotations.NullMarked;
