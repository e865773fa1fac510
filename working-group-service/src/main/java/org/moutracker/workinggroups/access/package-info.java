/** What in groups is the caller's own. */
@NullMarked
package org.moutracker.workinggroups.access;

import org.jspecify.annotations.NullMarked;
