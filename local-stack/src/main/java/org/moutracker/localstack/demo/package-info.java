/** The story that shows the product: from a signature to the alerts. */
@NullMarked
package org.moutracker.localstack.demo;

import org.jspecify.annotations.NullMarked;
