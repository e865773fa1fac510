/** What this service hears of deadlines: which commitments are reported fulfilled. */
@NullMarked
package org.moutracker.agreements.deadline;

import org.jspecify.annotations.NullMarked;
