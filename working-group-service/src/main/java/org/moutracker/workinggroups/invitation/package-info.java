/** Invitations: what notifications-service tells of what it has sent about meetings. */
@NullMarked
package org.moutracker.workinggroups.invitation;

import org.jspecify.annotations.NullMarked;
