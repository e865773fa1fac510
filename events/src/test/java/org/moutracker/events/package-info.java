/** The contract between the services, held against itself: samples, AsyncAPI document, catalogue and topics agree. */
@NullMarked
package org.moutracker.events;

import org.jspecify.annotations.NullMarked;
