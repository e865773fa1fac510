/** Operating system processes that are kept alive, watched and ended in order; no word of what they do. */
@NullMarked
package org.moutracker.localstack.process;

import org.jspecify.annotations.NullMarked;
