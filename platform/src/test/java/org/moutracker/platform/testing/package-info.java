/** What the tests of all services share. */
@NullMarked
package org.moutracker.platform.testing;

import org.jspecify.annotations.NullMarked;
