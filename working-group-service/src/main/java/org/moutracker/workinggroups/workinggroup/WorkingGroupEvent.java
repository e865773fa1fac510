package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** What the history says beside the event's type; by ids alone, since a history cannot forget. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** Why, as somebody has said it; for the history alone. */
    default @Nullable String reason() {
        return null;
    }

    /** It is to be established. */
    record WorkingGroupMandated(WorkingGroupState state) implements WorkingGroupEvent {}

    /** Something that it is or works by is different. */
    record WorkingGroupChanged(
            WorkingGroupState state,
            @Override Map<String, Object> details,
            @Override @Nullable String reason) implements WorkingGroupEvent {

        public WorkingGroupChanged {
            details = Map.copyOf(details);
        }
    }

    /** A party has named somebody. */
    record WorkingGroupMemberNominated(WorkingGroupState state, UUID member) implements WorkingGroupEvent {

        @Override
        public Map<String, Object> details() {
            return Map.of("member", member);
        }
    }

    /** Somebody who was named has accepted. */
    record WorkingGroupMemberAccepted(WorkingGroupState state, UUID member) implements WorkingGroupEvent {

        @Override
        public Map<String, Object> details() {
            return Map.of("member", member);
        }
    }

    /** Somebody is away, or back. */
    record WorkingGroupMemberChanged(WorkingGroupState state, UUID member) implements WorkingGroupEvent {

        @Override
        public Map<String, Object> details() {
            return Map.of("member", member);
        }
    }

    /** Some have left, or should never have been there. */
    record WorkingGroupMemberEnded(
            WorkingGroupState state,
            List<UUID> members,
            @Nullable UUID successor,
            @Override @Nullable String reason) implements WorkingGroupEvent {

        @Override
        public Map<String, Object> details() {
            var details = new HashMap<String, Object>(Map.of("members", members));
            if (successor != null) {
                details.put("successor", successor);
            }
            return details;
        }
    }

    /** Everybody who must be named is: it is established. */
    record WorkingGroupConstituted(WorkingGroupState state) implements WorkingGroupEvent {}

    /** It is another side's turn to lead it. */
    record WorkingGroupChairPassed(WorkingGroupState state) implements WorkingGroupEvent {

        @Override
        public Map<String, Object> details() {
            var chair = state.chair();
            return chair == null ? Map.of() : Map.of("side", chair.side(), "from", chair.from());
        }
    }

    /** It works, for the first time or again. */
    record WorkingGroupActivated(WorkingGroupState state, LocalDate on) implements WorkingGroupEvent {

        @Override
        public Map<String, Object> details() {
            return Map.of("on", on);
        }
    }

    /** It has not met for too long, or has nothing to see to for now. */
    record WorkingGroupBecameDormant(WorkingGroupState state) implements WorkingGroupEvent {}

    /** Its work is done. */
    record WorkingGroupConcluded(
            WorkingGroupState state, @Override String reason) implements WorkingGroupEvent {}

    /** It will not be established. */
    record WorkingGroupAbandoned(
            WorkingGroupState state, @Override String reason) implements WorkingGroupEvent {}
}
