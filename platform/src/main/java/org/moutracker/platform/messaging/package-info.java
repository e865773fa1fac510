/** Telling other services what happened, and hearing from them: outbox, relay, inbox. */
@NullMarked
package org.moutracker.platform.messaging;

import org.jspecify.annotations.NullMarked;
