/** Getting an alert or a letter to its recipient: claimed, tried, retried, settled. */
@NullMarked
package org.moutracker.notifications.delivery;

import org.jspecify.annotations.NullMarked;
