@NullMarked
package org.moutracker.localstack;

import org.jspecify.annotations.NullMarked;
