package org.moutracker.notifications.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

/** Begins to tell a client what is new in an inbox. */
@ApplicationScoped
class Listen {

    private final InboxStreams streams;
    private final InboxPages inboxes;
    private final ObjectMapper json;

    Listen(InboxStreams streams, InboxPages inboxes, ObjectMapper json) {
        this.streams = streams;
        this.inboxes = inboxes;
        this.json = json;
    }

    /**
     * From an event on.
     *
     * @param last the id of the last one that the client has; null for one that wants only what comes now
     */
    Multi<OutboundSseEvent> to(UUID person, Reader reader, @Nullable String last, Sse sse, HttpServerRequest request) {
        var position = last == null ? streams.now() : number(last);
        if (!inboxes.isKnown(person)) {
            throw new NotFound("recipient");
        }
        streams.requireRoom();
        var response = request.response();
        var stream = new OpenStream(person, reader, position, sse, json, () -> response.reset());
        streams.add(stream);
        return Multi.createFrom().publisher(stream);
    }

    private static long number(String last) {
        try {
            return Math.max(0, Long.parseLong(last.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("Last-Event-ID", "is not one that this stream gave");
        }
    }
}
