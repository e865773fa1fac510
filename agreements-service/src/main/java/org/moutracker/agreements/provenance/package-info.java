/** Where each fact of an agreement is known from: what its sources say, side by side, and what the register says. */
@NullMarked
package org.moutracker.agreements.provenance;

import org.jspecify.annotations.NullMarked;
