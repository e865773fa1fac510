/** Tests of who is responsible. */
@NullMarked
package org.moutracker.agreements.responsibility;

import org.jspecify.annotations.NullMarked;
