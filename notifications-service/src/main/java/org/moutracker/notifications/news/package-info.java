/** Where news comes from. */
@NullMarked
package org.moutracker.notifications.news;

import org.jspecify.annotations.NullMarked;
