/** What has become of an agreement: a scorecard that says for each of its figures why. */
@NullMarked
package org.moutracker.agreements.implementation;

import org.jspecify.annotations.NullMarked;
