/** Done reports: what notifications-service tells once somebody has confirmed that a thing reported done is done. */
@NullMarked
package org.moutracker.workinggroups.donereport;

import org.jspecify.annotations.NullMarked;
