/** By which steps whom a deadline is told of, where somebody has said that otherwise than the built-in ladder does. */
@NullMarked
package org.moutracker.notifications.policy;

import org.jspecify.annotations.NullMarked;
