package org.moutracker.workinggroups.deadline;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of deadlines. */
public sealed interface DeadlineEvent extends Event {

    Topic TOPIC = Topic.of("mou.deadlines.v1", "mou.deadlines.state.v1", "deadlines");

    /** For notifications-service alone: what is internal to one side concerns no other service. */
    Topic INTERNAL = Topic.of("mou.internal-deadlines.v1", "deadlines");

    @Override
    DeadlineState state();

    @Override
    default String noun() {
        return "deadline";
    }

    @Override
    default Topic topic() {
        return state().internalTo() == null ? TOPIC : INTERNAL;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** There is a new deadline, with a date or without. */
    record DeadlineOpened(DeadlineState state) implements DeadlineEvent {}

    /** What it counts from is known by now. */
    record DeadlineArmed(DeadlineState state) implements DeadlineEvent {}

    /** The date has moved, or is not known any more. */
    record DeadlineRescheduled(DeadlineState state) implements DeadlineEvent {}

    /** The date stands; what is said about it has changed. */
    record DeadlineChanged(DeadlineState state) implements DeadlineEvent {}

    /** What was due is done. */
    record DeadlineMet(DeadlineState state) implements DeadlineEvent {}

    /** It need not be done any more. */
    record DeadlineWaived(DeadlineState state) implements DeadlineEvent {}

    /** It was taken for done or waived, and is open again. */
    record DeadlineReopened(DeadlineState state) implements DeadlineEvent {}

    /** Its clock stands, as long as what it comes from is suspended. */
    record DeadlinePaused(DeadlineState state) implements DeadlineEvent {}

    /** Its clock runs again, with the days that remained. */
    record DeadlineResumed(DeadlineState state) implements DeadlineEvent {}

    /** What it stood for is gone, or it was entered wrongly. */
    record DeadlineCancelled(DeadlineState state) implements DeadlineEvent {}

    /** Its chance has passed, or what it comes from ended while it was open. */
    record DeadlineLapsed(DeadlineState state) implements DeadlineEvent {}

    /** The last day is over, and it is still open. */
    record DeadlinePassed(DeadlineState state) implements DeadlineEvent {}

    /** How it is told that a deadline is closed, by what it has become. */
    static DeadlineEvent ofClosing(DeadlineState state) {
        return switch (state.status()) {
            case MET -> new DeadlineMet(state);
            case WAIVED -> new DeadlineWaived(state);
            case CANCELLED -> new DeadlineCancelled(state);
            case LAPSED -> new DeadlineLapsed(state);
            case AWAITING_ANCHOR, ACTIVE, PAUSED -> throw new IllegalArgumentException("it is open");
        };
    }

    /** How it is told that an open one is reckoned anew, by what it was before. */
    static DeadlineEvent ofMove(DeadlineState state, DeadlineStatus was) {
        if (state.status() != was && state.status() == DeadlineStatus.PAUSED) {
            return new DeadlinePaused(state);
        }
        if (state.status() != was && was == DeadlineStatus.PAUSED) {
            return new DeadlineResumed(state);
        }
        return was == DeadlineStatus.AWAITING_ANCHOR && state.dueAt() != null
                ? new DeadlineArmed(state)
                : new DeadlineRescheduled(state);
    }
}
