/** Tests of what the sides report about commitments. */
@NullMarked
package org.moutracker.agreements.progress;

import org.jspecify.annotations.NullMarked;
