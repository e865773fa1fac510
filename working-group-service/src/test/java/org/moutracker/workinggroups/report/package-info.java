/** Tests of what groups report. */
@NullMarked
package org.moutracker.workinggroups.report;

import org.jspecify.annotations.NullMarked;
