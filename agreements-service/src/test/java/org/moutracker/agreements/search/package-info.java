/** Tests of finding words. */
@NullMarked
package org.moutracker.agreements.search;

import org.jspecify.annotations.NullMarked;
