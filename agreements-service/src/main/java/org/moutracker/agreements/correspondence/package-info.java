/** The log of notes verbales and letters about agreements. */
@NullMarked
package org.moutracker.agreements.correspondence;

import org.jspecify.annotations.NullMarked;
