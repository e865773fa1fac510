package org.moutracker.agreements.responsibility;

import java.util.UUID;

/** Somebody who can be responsible: the subject of a token, and the person behind it. */
record Officer(String subject, UUID person) {}
