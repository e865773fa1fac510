/** Action pages: what the links in mails open, without a login. Looking changes nothing; a button does, once. */
@NullMarked
package org.moutracker.notifications.action;

import org.jspecify.annotations.NullMarked;
