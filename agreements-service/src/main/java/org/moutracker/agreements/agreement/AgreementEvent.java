package org.moutracker.agreements.agreement;

import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of agreements; of drafts they hear nothing. */
sealed interface AgreementEvent extends Event {

    Topic TOPIC = Topic.of("mou.agreements.v1", "mou.agreements.state.v1", "agreements");

    @Override
    AgreementState state();

    @Override
    default String noun() {
        return "agreement";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** Every side has signed. */
    record AgreementSigned(AgreementState state) implements AgreementEvent {}

    /** Its rule of entry into force is fulfilled. */
    record AgreementEnteredIntoForce(AgreementState state) implements AgreementEvent {}

    /** What describes it was changed; its legal terms were not. */
    record AgreementChanged(AgreementState state) implements AgreementEvent {}

    /** Something happened to it in law. */
    record AgreementLegalEventRecorded(AgreementState state) implements AgreementEvent {}

    /** It is not applied for the time being, as a whole or in some areas. */
    record AgreementSuspended(AgreementState state) implements AgreementEvent {}

    /** It is applied again, as a whole or in some areas. */
    record AgreementResumed(AgreementState state) implements AgreementEvent {}

    /** A party has given notice of termination. */
    record AgreementTerminationNotified(AgreementState state) implements AgreementEvent {}

    /** The notice was withdrawn. */
    record AgreementTerminationWithdrawn(AgreementState state) implements AgreementEvent {}

    /** The termination has taken effect. */
    record AgreementTerminated(AgreementState state) implements AgreementEvent {}

    /** Its term is over. */
    record AgreementExpired(AgreementState state) implements AgreementEvent {}

    /** A new term has begun, or the term was made longer. */
    record AgreementRenewed(AgreementState state) implements AgreementEvent {}

    /** Another agreement has taken its place. */
    record AgreementSuperseded(AgreementState state) implements AgreementEvent {}

    /** It was given up before it entered into force. */
    record AgreementAbandoned(AgreementState state) implements AgreementEvent {}

    /** A line of its ledger was corrected, and everything evaluated anew. */
    record AgreementCorrected(AgreementState state) implements AgreementEvent {}

    /** An amendment has taken effect; the state says which, and what it changed. */
    record AgreementAmended(AgreementState state) implements AgreementEvent {}

    /** One of its times is over, and nothing else has happened. */
    record AgreementTimesChanged(AgreementState state) implements AgreementEvent {}

    /** It was registered by mistake. */
    record AgreementVoided(AgreementState state) implements AgreementEvent {}

    /** It was registered twice, and goes on as the other one. */
    record AgreementMerged(AgreementState state) implements AgreementEvent {}

    /** It was void, and that was the mistake. */
    record AgreementReinstated(AgreementState state) implements AgreementEvent {}

    /** What is told when something moves it. */
    static AgreementEvent of(LegalEventType type, AgreementState state) {
        return switch (type) {
            case ENTERED_INTO_FORCE -> new AgreementEnteredIntoForce(state);
            case SUSPENDED -> new AgreementSuspended(state);
            case RESUMED -> new AgreementResumed(state);
            case TERMINATION_NOTICE_GIVEN -> new AgreementTerminationNotified(state);
            case TERMINATION_NOTICE_WITHDRAWN -> new AgreementTerminationWithdrawn(state);
            case TERMINATED -> new AgreementTerminated(state);
            case EXPIRED -> new AgreementExpired(state);
            case RENEWED -> new AgreementRenewed(state);
            case SUPERSEDED -> new AgreementSuperseded(state);
            case ABANDONED -> new AgreementAbandoned(state);
            case CORRECTED -> new AgreementCorrected(state);
            case SIGNED,
                    NOTIFICATION_SENT,
                    NOTIFICATION_RECEIVED,
                    RATIFICATION_EXCHANGED,
                    PROVISIONALLY_APPLIED,
                    PUBLISHED,
                    OPERATION_STARTED,
                    AMENDED,
                    RENEWAL_OBJECTED,
                    STATEMENT_MADE -> new AgreementLegalEventRecorded(state);
        };
    }
}
