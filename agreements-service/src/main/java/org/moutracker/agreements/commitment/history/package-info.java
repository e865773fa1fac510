/** What was said and decided about commitments, line by line. */
@NullMarked
package org.moutracker.agreements.commitment.history;

import org.jspecify.annotations.NullMarked;
