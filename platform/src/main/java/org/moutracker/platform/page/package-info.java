/** What is the same about the pages that services show to people without an account. */
@NullMarked
package org.moutracker.platform.page;

import org.jspecify.annotations.NullMarked;
