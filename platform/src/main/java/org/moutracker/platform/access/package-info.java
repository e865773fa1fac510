/** Who may do what: roles, the table that says it for every address, and the record of what was refused. */
@NullMarked
package org.moutracker.platform.access;

import org.jspecify.annotations.NullMarked;
