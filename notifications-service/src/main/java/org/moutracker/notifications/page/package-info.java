/** What is the same about all pages that open without a token. */
@NullMarked
package org.moutracker.notifications.page;

import org.jspecify.annotations.NullMarked;
