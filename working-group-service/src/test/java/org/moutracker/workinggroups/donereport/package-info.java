@NullMarked
package org.moutracker.workinggroups.donereport;

import org.jspecify.annotations.NullMarked;
