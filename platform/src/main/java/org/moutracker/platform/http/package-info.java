/** What every resource needs of HTTP: versions, idempotency, parameters, and the OpenAPI document's common parts. */
@NullMarked
package org.moutracker.platform.http;

import org.jspecify.annotations.NullMarked;
