/** Due work on a real database. */
@NullMarked
package org.moutracker.platform.due;

import org.jspecify.annotations.NullMarked;
