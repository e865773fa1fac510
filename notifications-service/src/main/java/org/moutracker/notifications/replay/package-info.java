/** Replays: somebody lets messages go out once more that would not by themselves, or later. */
@NullMarked
package org.moutracker.notifications.replay;

import org.jspecify.annotations.NullMarked;
