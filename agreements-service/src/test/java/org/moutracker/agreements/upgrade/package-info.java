/** What becomes of a database that an earlier release has filled. */
@NullMarked
package org.moutracker.agreements.upgrade;

import org.jspecify.annotations.NullMarked;
