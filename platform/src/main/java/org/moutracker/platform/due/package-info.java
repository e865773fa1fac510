/** What time causes: work that is owed once its instant has come, claimed in sets by all replicas together. */
@NullMarked
package org.moutracker.platform.due;

import org.jspecify.annotations.NullMarked;
