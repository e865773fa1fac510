/** What is the same about persons wherever they are named: how they are spoken to, where they are, how they are forgotten. */
@NullMarked
package org.moutracker.platform.person;

import org.jspecify.annotations.NullMarked;
