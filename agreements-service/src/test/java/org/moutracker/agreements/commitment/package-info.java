/** Tests of commitments. */
@NullMarked
package org.moutracker.agreements.commitment;

import org.jspecify.annotations.NullMarked;
