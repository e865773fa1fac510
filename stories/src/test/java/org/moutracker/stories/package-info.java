/** What the product promises, on the packaged services and real parts. */
@NullMarked
package org.moutracker.stories;

import org.jspecify.annotations.NullMarked;
