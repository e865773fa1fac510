/** Tests of documents. */
@NullMarked
package org.moutracker.agreements.document;

import org.jspecify.annotations.NullMarked;
