/** Tests of what is heard of invitations. */
@NullMarked
package org.moutracker.workinggroups.invitation;

import org.jspecify.annotations.NullMarked;
