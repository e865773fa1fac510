/** Tests of organizations. */
@NullMarked
package org.moutracker.agreements.organization;

import org.jspecify.annotations.NullMarked;
