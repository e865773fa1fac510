/** What people see who open a page. */
@NullMarked
package org.moutracker.notifications.page;

import org.jspecify.annotations.NullMarked;
