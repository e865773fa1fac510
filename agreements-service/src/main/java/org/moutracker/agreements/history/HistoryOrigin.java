package org.moutracker.agreements.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Origin;

/** Where a change came from. */
@Schema(
        description =
                "Where a change came from: a REQUEST, an EVENT of another service, the CLOCK (something that time causes), "
                        + "an ORDER (work that somebody began and that goes on by itself, such as an import), or the SERVICE "
                        + "itself.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HistoryOrigin(
        @Schema(required = true) Kind kind,

        @Schema(
                description = "Method and path",
                examples = "POST /api/v1/agreements/0199c4f0-0000-7000-8000-000000000001/legal-events")
        @Nullable
        String request,

        @Schema(
                description = "The trace that the request belonged to (W3C Trace Context)",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        @Nullable
        String trace,

        @Schema(description = "The events that caused it; several when they were heard together")
        List<Cause> events,

        @Schema(description = "Which work was due, or ordered", examples = "agreements") @Nullable
        String work) {

    HistoryOrigin {
        // Left out where there are none.
        events = events == null ? List.of() : List.copyOf(events);
    }

    // A batch is as large as Kafka makes it, and a history is no log of events.
    private static final int MOST = 20;

    /** What can change something. */
    @Schema(name = "HistoryOriginKind")
    enum Kind {
        REQUEST,
        EVENT,
        CLOCK,
        ORDER,
        SERVICE
    }

    /** An event of another service. */
    @Schema(name = "HistoryCause", description = "An event of another service.")
    record Cause(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "mou.deadline.met.v1")
            String type) {}

    static HistoryOrigin ofRequest(String request, @Nullable String trace) {
        return new HistoryOrigin(Kind.REQUEST, request, trace, List.of(), null);
    }

    static HistoryOrigin ofService() {
        return new HistoryOrigin(Kind.SERVICE, null, null, List.of(), null);
    }

    /** Of what was changed without a request. */
    static HistoryOrigin of(Origin origin, List<UUID> changed) {
        return switch (origin) {
            case Origin.Clock clock -> new HistoryOrigin(Kind.CLOCK, null, null, List.of(), clock.work());
            case Origin.Order order -> new HistoryOrigin(Kind.ORDER, null, null, List.of(), order.work());
            case Origin.Heard heard ->
                new HistoryOrigin(
                        Kind.EVENT,
                        null,
                        null,
                        heard.causesOf(changed.stream().map(UUID::toString).toList()).stream()
                                .limit(MOST)
                                .map(event -> new Cause(event.id(), event.type()))
                                .toList(),
                        null);
        };
    }
}
