/** Tests of agreements. */
@NullMarked
package org.moutracker.agreements.agreement;

import org.jspecify.annotations.NullMarked;
