/** The people who can be told, with their contact data, which is kept nowhere else. */
@NullMarked
package org.moutracker.notifications.recipient;

import org.jspecify.annotations.NullMarked;
