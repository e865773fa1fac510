package org.moutracker.workinggroups.decision;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of decisions. */
sealed interface DecisionEvent extends Event {

    Topic TOPIC = Topic.of("mou.decisions.v1", "mou.decisions.state.v1", "decisions");

    @Override
    DecisionState state();

    @Override
    default String noun() {
        return "decision";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** As a sentence for its history. */
    default String cause() {
        return switch (this) {
            case DecisionAdopted _ -> "adopted by " + state().rule();
            case DecisionRejected _ -> "not adopted by " + state().rule();
            case DecisionRevoked _ -> "revoked: " + state().reason();
            case DecisionVoided _ -> "voided: " + state().reason();
            case DecisionChanged _ -> "an effect was answered";
        };
    }

    /** The sides have agreed to it as their rule asks. */
    record DecisionAdopted(DecisionState state) implements DecisionEvent {}

    /** They have not; nothing follows from it. */
    record DecisionRejected(DecisionState state) implements DecisionEvent {}

    /** A later decision has taken it back. */
    record DecisionRevoked(DecisionState state) implements DecisionEvent {}

    /** It was entered by mistake. */
    record DecisionVoided(DecisionState state) implements DecisionEvent {}

    /** Somebody has answered what became of an effect. */
    record DecisionChanged(DecisionState state) implements DecisionEvent {}
}
