/** Tests of persons. */
@NullMarked
package org.moutracker.agreements.person;

import org.jspecify.annotations.NullMarked;
