/** Persons: the contact data of group members, which leaves this service on the people topic alone. */
@NullMarked
package org.moutracker.workinggroups.person;

import org.jspecify.annotations.NullMarked;
