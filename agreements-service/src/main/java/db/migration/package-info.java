/** Migrations that need what only the service knows. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
