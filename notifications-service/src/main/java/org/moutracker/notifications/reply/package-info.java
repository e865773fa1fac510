/** Reading what people reply to invitations by mail (RFC 6047), from the mailbox that invitations name. */
@NullMarked
package org.moutracker.notifications.reply;

import org.jspecify.annotations.NullMarked;
