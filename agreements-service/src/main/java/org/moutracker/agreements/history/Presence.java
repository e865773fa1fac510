package org.moutracker.agreements.history;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.messaging.Origin;

/** Knows for what the present transaction was begun, and by whom. */
@ApplicationScoped
class Presence {

    // Nobody's: what follows from an event or from the time.
    private static final String SYSTEM = "system";

    private final ChangeRequest request;
    private final Caller caller;

    Presence(ChangeRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    /** Who, why and from where. */
    record Present(String actor, @Nullable String reason, HistoryOrigin origin) {}

    /** Of some things that have changed. */
    Present behind(List<UUID> changed) {
        if (Origin.CURRENT.isBound()) {
            var origin = Origin.CURRENT.get();
            return new Present(actor(origin), null, HistoryOrigin.of(origin, changed));
        }
        var isRequest = Arc.container().requestContext().isActive() && request.isBegun();
        return isRequest
                ? new Present(caller.name(), request.reason(), request.origin())
                : new Present(SYSTEM, null, HistoryOrigin.ofService());
    }

    private static String actor(Origin origin) {
        return switch (origin) {
            case Origin.Order order -> order.by();
            case Origin.Clock _, Origin.Heard _ -> SYSTEM;
        };
    }
}
