/** The service as a whole. */
@NullMarked
package org.moutracker.workinggroups;

import org.jspecify.annotations.NullMarked;
