/** What groups report on their agreements, and when they have to. */
@NullMarked
package org.moutracker.workinggroups.report;

import org.jspecify.annotations.NullMarked;
