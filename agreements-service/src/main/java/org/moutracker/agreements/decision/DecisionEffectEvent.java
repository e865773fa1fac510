package org.moutracker.agreements.decision;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of what became of decided commitments. */
sealed interface DecisionEffectEvent extends Event {

    Topic TOPIC = Topic.of("mou.decision-effects.v1", "decision-effects");

    @Override
    DecisionEffectState state();

    @Override
    default String noun() {
        return "decision-effect";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** It has come about. */
    record DecisionEffectAccepted(DecisionEffectState state) implements DecisionEffectEvent {}

    /** A rule forbids it. */
    record DecisionEffectRefused(DecisionEffectState state) implements DecisionEffectEvent {}

    /** It had come about and is taken back. */
    record DecisionEffectUndone(DecisionEffectState state) implements DecisionEffectEvent {}

    static DecisionEffectEvent of(DecisionEffectState state) {
        if (state.undone()) {
            return new DecisionEffectUndone(state);
        }
        return state.accepted() ? new DecisionEffectAccepted(state) : new DecisionEffectRefused(state);
    }
}
