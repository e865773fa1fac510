package org.moutracker.agreements.commitment;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of commitments. */
public sealed interface CommitmentEvent extends Event {

    Topic TOPIC = Topic.of("mou.commitments.v1", "mou.agreements.state.v1", "commitments");

    @Override
    CommitmentState state();

    @Override
    default String noun() {
        return "commitment";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** How it is told that it stands otherwise now, by where it stands. */
    static CommitmentEvent of(CommitmentState state) {
        return switch (state.status()) {
            case SUSPENDED -> new CommitmentSuspended(state);
            case CANCELLED -> new CommitmentCancelled(state);
            case FULFILLED -> new CommitmentFulfilled(state);
            case WAIVED -> new CommitmentWaived(state);
            case PARTIALLY_FULFILLED -> new CommitmentPartiallyFulfilled(state);
            case NOT_FULFILLED -> new CommitmentNotFulfilled(state);
            case OPEN, IN_PROGRESS, REPORTED_FULFILLED, DISPUTED -> new CommitmentResumed(state);
        };
    }

    /** It counts from now on. */
    record CommitmentOpened(CommitmentState state) implements CommitmentEvent {}

    /** An amendment of its agreement has changed it; the state says which. */
    record CommitmentAmended(CommitmentState state) implements CommitmentEvent {}

    /** A side tells what has been done about it. */
    record CommitmentProgressReported(CommitmentState state) implements CommitmentEvent {}

    /** One side says that it is done, or its deadline is met. */
    record CommitmentReportedFulfilled(CommitmentState state) implements CommitmentEvent {}

    /** A side says that it is done as reported, and others have not yet. */
    record CommitmentConfirmed(CommitmentState state) implements CommitmentEvent {}

    /** A side says that it is not done as reported. */
    record CommitmentDisputed(CommitmentState state) implements CommitmentEvent {}

    /** A side was told that it is reported fulfilled, or the time in which silence confirms that has changed. */
    record CommitmentSilenceChanged(CommitmentState state) implements CommitmentEvent {}

    /** What was said to be done is not. */
    record CommitmentReopened(CommitmentState state) implements CommitmentEvent {}

    /** Its agreement is suspended, as a whole or in all of its areas. */
    record CommitmentSuspended(CommitmentState state) implements CommitmentEvent {}

    /** It counts again, as it did before. */
    record CommitmentResumed(CommitmentState state) implements CommitmentEvent {}

    /** All sides say that it is done, or a group has decided so. */
    record CommitmentFulfilled(CommitmentState state) implements CommitmentEvent {}

    /** All sides say that it was done in part, and that nothing more is owed. */
    record CommitmentPartiallyFulfilled(CommitmentState state) implements CommitmentEvent {}

    /** All sides say that it was not done, and will not be. */
    record CommitmentNotFulfilled(CommitmentState state) implements CommitmentEvent {}

    /** All sides say that it need not be done, or a group has decided so. */
    record CommitmentWaived(CommitmentState state) implements CommitmentEvent {}

    /** Its agreement has ended, and it with it; or a group has dropped it. */
    record CommitmentCancelled(CommitmentState state) implements CommitmentEvent {}
}
