package org.moutracker.notifications.policy;

import java.time.Instant;
import java.util.UUID;
import org.moutracker.platform.messaging.Ids;

/** By which steps whom some deadlines are told of. */
record Policy(
        UUID id,
        long version,
        Scope scope,
        String name,
        Terms terms,
        Instant createdAt,
        Instant changedAt,
        String changedBy) {

    static Policy of(Scope scope, boolean ofWatch, String name, Terms terms, Instant at, String by) {
        terms.require(ofWatch);
        return new Policy(Ids.next(), 1, scope, name, terms, at, at, by);
    }

    /** The same with other terms or another name; what it is for stays, since it would be another policy. */
    Policy change(boolean ofWatch, String name, Terms terms, Instant at, String by) {
        terms.require(ofWatch);
        return new Policy(id, version + 1, scope, name, terms, createdAt, at, by);
    }

    Held held() {
        return new Held(id, scope.type(), terms);
    }
}
