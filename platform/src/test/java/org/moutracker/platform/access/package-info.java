@NullMarked
package org.moutracker.platform.access;

import org.jspecify.annotations.NullMarked;
