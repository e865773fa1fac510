/** Working groups: who sits together on behalf of whom, and who is still missing. */
@NullMarked
package org.moutracker.workinggroups.workinggroup;

import org.jspecify.annotations.NullMarked;
