/** How JSON is read and written. */
@NullMarked
package org.moutracker.platform.json;

import org.jspecify.annotations.NullMarked;
