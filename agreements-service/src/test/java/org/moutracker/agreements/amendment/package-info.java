@NullMarked
package org.moutracker.agreements.amendment;

import org.jspecify.annotations.NullMarked;
