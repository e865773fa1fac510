/** Tests of imports. */
@NullMarked
package org.moutracker.agreements.imports;

import org.jspecify.annotations.NullMarked;
