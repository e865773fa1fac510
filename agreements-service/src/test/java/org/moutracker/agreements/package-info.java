/** Tests of the service as a whole: over HTTP, on real PostgreSQL and Kafka. */
@NullMarked
package org.moutracker.agreements;

import org.jspecify.annotations.NullMarked;
