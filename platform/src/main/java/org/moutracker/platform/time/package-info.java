/** Domain time, which can be simulated, and technical time, which cannot. */
@NullMarked
package org.moutracker.platform.time;

import org.jspecify.annotations.NullMarked;
