/** The documents of agreements: what they say of themselves, and their bytes. */
@NullMarked
package org.moutracker.agreements.document;

import org.jspecify.annotations.NullMarked;
