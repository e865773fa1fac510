package org.moutracker.workinggroups.workinggroup;

import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What other services hear of working groups. */
public sealed interface WorkingGroupEvent extends Event {

    Topic TOPIC = Topic.of("mou.working-groups.v1", "mou.working-groups.state.v1", "working-groups");

    @Override
    WorkingGroupState state();

    @Override
    default String noun() {
        return "working-group";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return state().id().toString();
    }

    /** It is to be established. */
    record WorkingGroupMandated(WorkingGroupState state) implements WorkingGroupEvent {}

    /** A party has named somebody. */
    record WorkingGroupMemberNominated(WorkingGroupState state) implements WorkingGroupEvent {}

    /** Somebody who was named has accepted. */
    record WorkingGroupMemberAccepted(WorkingGroupState state) implements WorkingGroupEvent {}

    /** Everybody who must be named is: it is established. */
    record WorkingGroupConstituted(WorkingGroupState state) implements WorkingGroupEvent {}

    /** It has met for the first time. */
    record WorkingGroupActivated(WorkingGroupState state) implements WorkingGroupEvent {}
}
