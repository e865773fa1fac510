/** Tests of the life of an agreement. */
@NullMarked
package org.moutracker.agreements.life;

import org.jspecify.annotations.NullMarked;
