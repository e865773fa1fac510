/** Pages for people: a group, or all groups of a person, as HTML that needs no script. */
@NullMarked
package org.moutracker.workinggroups.page;

import org.jspecify.annotations.NullMarked;
