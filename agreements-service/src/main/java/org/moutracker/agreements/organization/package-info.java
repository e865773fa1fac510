/** Organizations: who stands behind a party; shared between agreements. */
@NullMarked
package org.moutracker.agreements.organization;

import org.jspecify.annotations.NullMarked;
