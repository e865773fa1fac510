package org.moutracker.agreements.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Rule;

/**
 * A time that the agreement itself has, as others hear of it.
 *
 * @param occurrence after how many renewals; of a renewal its own number
 * @param parties who must or may act, or is concerned
 * @param on when it happened
 * @param because why it is over
 * @param amendment number of the amendment that its rule comes from, if it does
 */
public record AgreementTime(
        Kind kind,
        int occurrence,
        String title,
        @Nullable String clause,
        Map<String, Object> rule,
        List<String> parties,
        State state,
        @Nullable LocalDate on,
        @Nullable String because,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer amendment) {

    /** What can have a time. */
    public enum Kind {
        ENTRY_INTO_FORCE,
        EXPIRY,
        RENEWAL,
        RENEWAL_OBJECTION,
        TERMINATION_NOTICE,
        TERMINATION
    }

    /** What became of it. */
    public enum State {
        OPEN,
        HAPPENED,
        OVER
    }

    static AgreementTime of(
            Kind kind, int occurrence, String title, @Nullable String clause, Rule rule, List<String> parties) {
        return new AgreementTime(kind, occurrence, title, clause, rule.toJson(), parties, State.OPEN, null, null, null);
    }

    AgreementTime amendedBy(@Nullable Integer number) {
        return new AgreementTime(kind, occurrence, title, clause, rule, parties, state, on, because, number);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    AgreementTime happened(LocalDate on) {
        return new AgreementTime(kind, occurrence, title, clause, rule, parties, State.HAPPENED, on, null, amendment);
    }

    AgreementTime over(String because) {
        return new AgreementTime(kind, occurrence, title, clause, rule, parties, State.OVER, null, because, amendment);
    }
}
