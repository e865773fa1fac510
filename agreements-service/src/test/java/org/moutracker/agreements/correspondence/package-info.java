/** Tests of the log of notes verbales and letters. */
@NullMarked
package org.moutracker.agreements.correspondence;

import org.jspecify.annotations.NullMarked;
