/** What is the same about persons wherever they are named. */
@NullMarked
package org.moutracker.platform.person;

import org.jspecify.annotations.NullMarked;
