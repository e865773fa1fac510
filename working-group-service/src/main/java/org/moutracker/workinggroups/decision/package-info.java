/** What groups decide, what follows from it, and what their members took on. */
@NullMarked
package org.moutracker.workinggroups.decision;

import org.jspecify.annotations.NullMarked;
