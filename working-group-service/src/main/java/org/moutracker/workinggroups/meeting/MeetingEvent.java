package org.moutracker.workinggroups.meeting;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of meetings. */
sealed interface MeetingEvent extends Event {

    Topic TOPIC = Topic.of("mou.meetings.v1", "mou.meetings.state.v1", "meetings");

    @Override
    MeetingState state();

    @Override
    default String noun() {
        return "meeting";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** The group will meet. */
    record MeetingPlanned(MeetingState state) implements MeetingEvent {}

    /** Whoever sits in the group is invited, and the guests. */
    record MeetingConvened(MeetingState state) implements MeetingEvent {}

    /** It stands where it stood; something that is said about it is new. */
    record MeetingChanged(MeetingState state) implements MeetingEvent {}

    /** It will not be on its day; perhaps the new one is known. */
    record MeetingPostponed(MeetingState state) implements MeetingEvent {}

    /** It will not be. */
    record MeetingCancelled(MeetingState state) implements MeetingEvent {}

    /** It should never have been entered. */
    record MeetingVoided(MeetingState state) implements MeetingEvent {}

    /** People have met. */
    record MeetingHeld(MeetingState state) implements MeetingEvent {}

    /** A round of its minutes is laid before the sides. */
    record MeetingMinutesCirculated(MeetingState state) implements MeetingEvent {}

    /** Every side agrees to the minutes. */
    record MeetingMinutesAgreed(MeetingState state) implements MeetingEvent {}

    /** A side does not agree to the minutes. */
    record MeetingMinutesDisputed(MeetingState state) implements MeetingEvent {}

    /** Somebody who is invited has answered. */
    record MeetingAnswered(MeetingState state) implements MeetingEvent {}
}
