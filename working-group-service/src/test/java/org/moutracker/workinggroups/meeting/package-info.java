/** Tests of meetings. */
@NullMarked
package org.moutracker.workinggroups.meeting;

import org.jspecify.annotations.NullMarked;
