@NullMarked
package org.moutracker.workinggroups.access;

import org.jspecify.annotations.NullMarked;
