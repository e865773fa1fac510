/** Previews: what a rule would give, without storing it. */
@NullMarked
package org.moutracker.workinggroups.deadline.preview;

import org.jspecify.annotations.NullMarked;
