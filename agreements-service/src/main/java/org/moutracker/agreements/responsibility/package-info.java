/** Who of our own side answers for an agreement: officers, followers, who is away and who stands in. */
@NullMarked
package org.moutracker.agreements.responsibility;

import org.jspecify.annotations.NullMarked;
