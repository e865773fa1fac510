/** Commitments: what an agreement, or somebody speaking for it, promised. */
@NullMarked
package org.moutracker.agreements.commitment;

import org.jspecify.annotations.NullMarked;
