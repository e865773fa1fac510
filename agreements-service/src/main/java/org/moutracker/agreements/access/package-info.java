/** What in the register is the caller's own, and for whom the caller may speak. */
@NullMarked
package org.moutracker.agreements.access;

import org.jspecify.annotations.NullMarked;
