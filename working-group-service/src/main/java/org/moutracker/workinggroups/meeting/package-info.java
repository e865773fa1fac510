/** Meetings: when a group meets, who is invited, who came, and the minutes that its sides agree on. */
@NullMarked
package org.moutracker.workinggroups.meeting;

import org.jspecify.annotations.NullMarked;
