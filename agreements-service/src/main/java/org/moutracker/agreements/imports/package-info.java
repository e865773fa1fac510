/** Imports: files with many agreements, checked line by line and then taken over in the background. */
@NullMarked
package org.moutracker.agreements.imports;

import org.jspecify.annotations.NullMarked;
