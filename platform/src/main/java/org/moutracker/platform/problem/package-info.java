/** Errors as RFC 9457 problem documents. */
@NullMarked
package org.moutracker.platform.problem;

import org.jspecify.annotations.NullMarked;
