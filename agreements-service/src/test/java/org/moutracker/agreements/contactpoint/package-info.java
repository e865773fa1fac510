/** Tests of contact points. */
@NullMarked
package org.moutracker.agreements.contactpoint;

import org.jspecify.annotations.NullMarked;
