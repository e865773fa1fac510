/** What this service hears of working groups. */
@NullMarked
package org.moutracker.agreements.workinggroup;

import org.jspecify.annotations.NullMarked;
