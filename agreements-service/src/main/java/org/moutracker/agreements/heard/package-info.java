/** How what other services tell is kept, with the time for which it held. */
@NullMarked
package org.moutracker.agreements.heard;

import org.jspecify.annotations.NullMarked;
