/** Agreements: who agreed on what, when, and where it stands. */
@NullMarked
package org.moutracker.agreements.agreement;

import org.jspecify.annotations.NullMarked;
