@NullMarked
package org.moutracker.platform.problem;

import org.jspecify.annotations.NullMarked;
