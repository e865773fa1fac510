/** Whom to turn to in an organization. */
@NullMarked
package org.moutracker.agreements.contactpoint;

import org.jspecify.annotations.NullMarked;
