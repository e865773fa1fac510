/** The mail process: an SMTP server that keeps every message as a file, and a page that shows them. */
@NullMarked
package org.moutracker.localstack.mail;

import org.jspecify.annotations.NullMarked;
