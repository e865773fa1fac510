/** What we hear about organizations: which one a duplicate is, and who stands in the place of another. */
@NullMarked
package org.moutracker.notifications.organization;

import org.jspecify.annotations.NullMarked;
