@NullMarked
package org.moutracker.agreements.access;

import org.jspecify.annotations.NullMarked;
