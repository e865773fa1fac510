/** How days that are known only in part are read, written and stored. */
@NullMarked
package org.moutracker.agreements.json;

import org.jspecify.annotations.NullMarked;
