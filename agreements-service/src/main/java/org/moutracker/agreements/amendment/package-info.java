/** Amendments: what the parties change of what they agreed on, from the proposal to the day it takes effect. */
@NullMarked
package org.moutracker.agreements.amendment;

import org.jspecify.annotations.NullMarked;
