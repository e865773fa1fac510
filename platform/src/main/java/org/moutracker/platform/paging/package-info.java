/** Lists in pages by keyset. */
@NullMarked
package org.moutracker.platform.paging;

import org.jspecify.annotations.NullMarked;
