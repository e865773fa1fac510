/** Whether the owner of an address reads it: asked by a link, or vouched for by an official. */
@NullMarked
package org.moutracker.notifications.verification;

import org.jspecify.annotations.NullMarked;
