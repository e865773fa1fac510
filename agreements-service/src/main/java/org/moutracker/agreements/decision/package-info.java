/** What this service hears of the decisions of groups, and what it makes of them. */
@NullMarked
package org.moutracker.agreements.decision;

import org.jspecify.annotations.NullMarked;
