package org.moutracker.notifications.alert;

import java.util.UUID;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Topic;

/** What this service tells others. */
sealed interface AlertEvent extends Event {

    Topic TOPIC = Topic.of("mou.alerts.v1", "alerts");

    /** Somebody is to be told: of a step, or of a move. */
    static AlertEvent fired(AlertState alert) {
        return alert.step() == null ? new AlertMoveFired(MovedAlert.of(alert)) : new AlertFired(alert);
    }

    /** Nobody needs to be told any more. */
    static AlertEvent ended(AlertState alert) {
        return alert.step() == null ? new AlertMoveEnded(MovedAlert.of(alert)) : new AlertEnded(alert);
    }

    UUID alert();

    @Override
    default String noun() {
        return "alert";
    }

    @Override
    default Topic topic() {
        return TOPIC;
    }

    @Override
    default String subject() {
        return alert().toString();
    }

    /** A step has come, and somebody is to be told. */
    record AlertFired(AlertState state) implements AlertEvent {
        @Override
        public UUID alert() {
            return state.id();
        }
    }

    /** Somebody sees to it, so that nobody has to be told until a time. */
    record AlertAcknowledged(AlertState state) implements AlertEvent {
        @Override
        public UUID alert() {
            return state.id();
        }
    }

    /** Its recipient wants to hear of it again at a time. */
    record AlertSnoozed(AlertState state) implements AlertEvent {
        @Override
        public UUID alert() {
            return state.id();
        }
    }

    /** It was acknowledged or snoozed and is so no longer. */
    record AlertResumed(AlertState state) implements AlertEvent {
        @Override
        public UUID alert() {
            return state.id();
        }
    }

    /** Nobody needs to be told of a step any more. */
    record AlertEnded(AlertState state) implements AlertEvent {
        @Override
        public UUID alert() {
            return state.id();
        }
    }

    /** A date has moved, and somebody who was told of it is to be told that. */
    record AlertMoveFired(MovedAlert state) implements AlertEvent {
        @Override
        public UUID alert() {
            return state.id();
        }
    }

    /** Nobody needs to be told of a move any more. */
    record AlertMoveEnded(MovedAlert state) implements AlertEvent {
        @Override
        public UUID alert() {
            return state.id();
        }
    }
}
