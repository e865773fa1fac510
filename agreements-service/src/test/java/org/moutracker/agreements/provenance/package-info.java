/** Tests of what sources say of agreements. */
@NullMarked
package org.moutracker.agreements.provenance;

import org.jspecify.annotations.NullMarked;
