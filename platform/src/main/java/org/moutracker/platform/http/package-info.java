/** What every resource needs of HTTP: versions, idempotency, parameters. */
@NullMarked
package org.moutracker.platform.http;

import org.jspecify.annotations.NullMarked;
