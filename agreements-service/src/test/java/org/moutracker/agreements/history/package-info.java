/** What is kept of every change, and that nothing changes without it. */
@NullMarked
package org.moutracker.agreements.history;

import org.jspecify.annotations.NullMarked;
