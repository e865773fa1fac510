/** Persons: the contact data of contact points and officers, which leaves this service on the people topic alone. */
@NullMarked
package org.moutracker.agreements.person;

import org.jspecify.annotations.NullMarked;
