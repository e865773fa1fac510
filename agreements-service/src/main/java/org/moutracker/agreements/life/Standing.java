package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.PartialDate;

/**
 * Where an agreement stands, with everything that others are told of it.
 *
 * @param facts the days that time rules count from
 * @param happened which kinds of legal events have occurred and still stand
 * @param waitingFor what must happen before it is in force; empty once it is, or never will be
 */
public record Standing(
        AgreementStatus status,
        Map<AnchorEvent, PartialDate> facts,
        List<LegalEventType> happened,
        @Nullable Suspension suspension,
        List<SuspensionPeriod> suspensions,
        List<AgreementTime> times,
        List<String> waitingFor,
        @Nullable CurrentTerm currentTerm,
        @Nullable LocalDate provisionallyAppliedOn,
        @Nullable LocalDate enteredIntoForceOn) {

    /** Where it stands when it was registered by mistake: nothing is suspended, awaited or still to come. */
    public Standing voided(String because) {
        return new Standing(
                AgreementStatus.VOIDED,
                facts,
                happened,
                null,
                suspensions,
                times.stream()
                        .map(time -> time.isOpen() ? time.over(because) : time)
                        .toList(),
                List.of(),
                currentTerm,
                provisionallyAppliedOn,
                enteredIntoForceOn);
    }
}
