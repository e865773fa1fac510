package org.moutracker.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.plan.Level;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenStreamTest {

    private final AtomicBoolean hungUp = new AtomicBoolean();
    private final Client client = new Client();
    private final OpenStream stream = new OpenStream(
            new UUID(1, 1),
            new Reader(false, null),
            0,
            new SseImpl(),
            new ObjectMapper().findAndRegisterModules(),
            () -> hungUp.set(true));

    @Test
    void a_client_is_told_no_more_than_it_asks_for_and_is_busy_until_it_has_taken_that() {
        stream.subscribe(client);
        assertThat(client.heard).isEmpty();
        assertThat(stream.isBusy()).isTrue();

        stream.request(2);
        assertThat(stream.isBusy()).isFalse();
        stream.send(List.of(item(7), item(9)));

        assertThat(client.heard).extracting(OutboundSseEvent::getId).containsExactly(null, "7");
        assertThat(stream.isBusy()).isTrue();
        assertThat(stream.position()).isEqualTo(9);
        stream.request(Long.MAX_VALUE);
        stream.request(Long.MAX_VALUE);
        assertThat(client.heard).extracting(OutboundSseEvent::getId).containsExactly(null, "7", "9");
        assertThat(stream.isBusy()).isFalse();
    }

    @Test
    void who_asks_while_being_told_is_told_in_order() {
        client.asksForMore = true;
        stream.subscribe(client);
        stream.request(1);

        stream.send(List.of(item(1), item(2), item(3)));

        assertThat(client.heard).extracting(OutboundSseEvent::getId).containsExactly(null, "1", "2", "3");
    }

    @Test
    void a_client_that_is_cut_off_is_told_nothing_any_more_and_keeps_nothing() {
        stream.subscribe(client);
        stream.send(List.of(item(1)));

        stream.cut();

        assertThat(hungUp).isTrue();
        assertThat(stream.isClosed()).isTrue();
        assertThat(stream.isBusy()).isFalse();
        stream.request(10);
        assertThat(client.heard).isEmpty();
        assertThat(client.isOver).isFalse();
    }

    @Test
    void what_ends_in_good_order_tells_that_first() {
        stream.subscribe(client);
        stream.request(5);

        stream.end();

        assertThat(client.isOver).isTrue();
        assertThat(stream.isClosed()).isTrue();
    }

    private static InboxView item(long number) {
        return new InboxView(
                new UUID(2, number),
                new UUID(3, 1),
                null,
                null,
                "Send the list",
                null,
                Level.REMINDER,
                "T-14",
                null,
                null,
                true,
                Instant.EPOCH,
                null,
                0,
                number);
    }

    /** A client that notes what it hears, and asks for more by itself if told so. */
    private final class Client implements Flow.Subscriber<OutboundSseEvent> {
        private final List<OutboundSseEvent> heard = new ArrayList<>();
        private boolean asksForMore;
        private boolean isOver;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(OutboundSseEvent event) {
            heard.add(event);
            if (asksForMore) {
                stream.request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            isOver = true;
        }
    }
}
