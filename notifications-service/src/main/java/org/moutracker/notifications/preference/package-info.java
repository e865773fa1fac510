/** When and how somebody wants to be written to, as far as he can do without: quiet hours, digests, kinds of mails. */
@NullMarked
package org.moutracker.notifications.preference;

import org.jspecify.annotations.NullMarked;
