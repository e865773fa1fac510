/** What this service hears of agreements and their commitments, and what follows from it. */
@NullMarked
package org.moutracker.workinggroups.agreement;

import org.jspecify.annotations.NullMarked;
