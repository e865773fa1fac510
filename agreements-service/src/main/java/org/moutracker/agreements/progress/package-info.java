/** Progress: what the sides report about commitments, how others take it, and what came of it. */
@NullMarked
package org.moutracker.agreements.progress;

import org.jspecify.annotations.NullMarked;
