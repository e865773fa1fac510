/** Tests of the pages. */
@NullMarked
package org.moutracker.workinggroups.page;

import org.jspecify.annotations.NullMarked;
