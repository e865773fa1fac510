/** The life of an agreement: what follows from its ledger and its terms on a day, as a pure function. */
@NullMarked
package org.moutracker.agreements.life;

import org.jspecify.annotations.NullMarked;
