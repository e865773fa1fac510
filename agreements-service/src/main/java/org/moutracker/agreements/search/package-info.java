/** How words are found in any language and script. */
@NullMarked
package org.moutracker.agreements.search;

import org.jspecify.annotations.NullMarked;
