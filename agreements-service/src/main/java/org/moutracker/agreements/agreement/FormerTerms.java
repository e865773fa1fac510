package org.moutracker.agreements.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.EntryIntoForce;
import org.moutracker.agreements.life.Term;

/**
 * What was agreed about an agreement's own life before an amendment.
 *
 * @param until the first day on which it was otherwise
 * @param amendment number of the amendment that this came from; null for the first terms
 */
record FormerTerms(
        LocalDate until,
        @Nullable EntryIntoForce entryIntoForce,
        @Nullable Term term,
        @Nullable Integer amendment) {}
