/** What the services ship, and under which licences. */
@NullMarked
package org.moutracker.bill;

import org.jspecify.annotations.NullMarked;
