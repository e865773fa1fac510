/** Tests of what decisions of groups make of commitments. */
@NullMarked
package org.moutracker.agreements.decision;

import org.jspecify.annotations.NullMarked;
