/** What has changed of agreements and of all that belongs to them: who did it, when, why, and where it came from. */
@NullMarked
package org.moutracker.agreements.history;

import org.jspecify.annotations.NullMarked;
