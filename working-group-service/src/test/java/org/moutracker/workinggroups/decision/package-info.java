/** Tests of what groups decide, and of what follows. */
@NullMarked
package org.moutracker.workinggroups.decision;

import org.jspecify.annotations.NullMarked;
