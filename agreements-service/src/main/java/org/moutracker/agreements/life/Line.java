package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.PartialDate;

/**
 * A line of a ledger as it stands after all corrections.
 *
 * @param areas names of areas, for a suspension and its end
 * @param period for how long, of an express renewal
 * @param derived it follows from other lines, and the system recorded it
 */
public record Line(
        UUID id,
        LegalEventType type,
        @Nullable String party,
        @Nullable PartialDate occurredOn,
        @Nullable PartialDate effectiveOn,
        List<String> areas,
        @Nullable Period period,
        boolean derived) {

    /** The day from which it counts. */
    public @Nullable PartialDate day() {
        return effectiveOn == null ? occurredOn : effectiveOn;
    }

    /**
     * On which day it moves the status, the term or the suspension. What takes effect later than it occurs does so then;
     * but a notice, its withdrawal, an objection and a renewal count as soon as they are made.
     */
    Optional<LocalDate> movesOn() {
        return Optional.ofNullable(
                        switch (type) {
                            case RENEWED, RENEWAL_OBJECTED, TERMINATION_NOTICE_GIVEN, TERMINATION_NOTICE_WITHDRAWN ->
                                occurredOn;
                            case SUSPENDED,
                                    RESUMED,
                                    PROVISIONALLY_APPLIED,
                                    TERMINATED,
                                    SUPERSEDED,
                                    ABANDONED,
                                    SIGNED,
                                    NOTIFICATION_SENT,
                                    NOTIFICATION_RECEIVED,
                                    RATIFICATION_EXCHANGED,
                                    ENTERED_INTO_FORCE,
                                    PUBLISHED,
                                    OPERATION_STARTED,
                                    AMENDED,
                                    EXPIRED,
                                    CORRECTED,
                                    STATEMENT_MADE -> day();
                        })
                .flatMap(PartialDate::day);
    }

    boolean isMoving() {
        return type.isMoving() && !derived && movesOn().isPresent();
    }
}
