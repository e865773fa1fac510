package org.moutracker.agreements.agreement;

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
}
