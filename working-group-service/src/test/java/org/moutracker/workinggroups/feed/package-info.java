/** Feeds: the deadlines of a group as a calendar that people subscribe to. */
@NullMarked
package org.moutracker.workinggroups.feed;

import org.jspecify.annotations.NullMarked;
