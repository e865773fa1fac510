package org.moutracker.agreements.history;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The request that is being answered, as far as it may change something. */
@RequestScoped
class ChangeRequest {

    private @Nullable HistoryOrigin origin;
    private @Nullable String reason;

    void begin(HistoryOrigin from, @Nullable String because) {
        origin = from;
        reason = because;
    }

    void because(String other) {
        if (reason == null) {
            reason = other;
        }
    }

    boolean isBegun() {
        return origin != null;
    }

    HistoryOrigin origin() {
        return Objects.requireNonNull(origin, "it is no request that changes something");
    }

    @Nullable
    String reason() {
        return reason;
    }
}
