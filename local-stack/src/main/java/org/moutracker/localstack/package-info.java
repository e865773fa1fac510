/** Real PostgreSQL, Kafka and a mail server as plain processes: for tests and for running by hand. */
@NullMarked
package org.moutracker.localstack;

import org.jspecify.annotations.NullMarked;
