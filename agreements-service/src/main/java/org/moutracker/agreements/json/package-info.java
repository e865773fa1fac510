/** How days that are known only in part are read and written. */
@NullMarked
package org.moutracker.agreements.json;

import org.jspecify.annotations.NullMarked;
