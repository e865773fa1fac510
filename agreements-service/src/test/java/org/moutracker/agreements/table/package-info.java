/** Tests of lists as files. */
@NullMarked
package org.moutracker.agreements.table;

import org.jspecify.annotations.NullMarked;
