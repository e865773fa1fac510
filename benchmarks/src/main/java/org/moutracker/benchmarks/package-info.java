/** Measures the packaged services on a real stack, each against the limit that the machine sets. */
@NullMarked
package org.moutracker.benchmarks;

import org.jspecify.annotations.NullMarked;
