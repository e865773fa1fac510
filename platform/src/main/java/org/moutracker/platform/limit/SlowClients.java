package org.moutracker.platform.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cuts off clients that say what they want a byte at a time, so as to hold a connection for nothing: neither the framework
 * nor Vert.x has a limit for the whole of a request, only for silence.
 */
@ApplicationScoped
class SlowClients {

    // Just before bodies are looked at.
    private static final int FIRST = 11_000;

    private final VertxInternal vertx;
    private final BodyLimit bodies;
    private final Duration head;
    private final Duration body;

    /**
     * @param head until when the head of a request must have come, from its first byte or from the connection on
     * @param body until when its body must have, from its head on; larger ones than usual have their own limits
     */
    SlowClients(
            Vertx vertx,
            BodyLimit bodies,
            @ConfigProperty(name = "mou.http.patience.head") Duration head,
            @ConfigProperty(name = "mou.http.patience.body") Duration body) {
        this.vertx = (VertxInternal) vertx;
        this.bodies = bodies;
        this.head = head;
        this.body = body;
    }

    void register(@Observes Filters filters) {
        filters.register(this::expect, FIRST);
    }

    void started(@ObservesAsync HttpServerStart plain) {
        watchConnections();
    }

    void started(@ObservesAsync HttpsServerStart encrypted) {
        watchConnections();
    }

    /** Nothing else tells of a connection before its first request is whole. */
    private void watchConnections() {
        for (var executor : vertx.getAcceptorEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(this::watch));
            }
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(Acceptance.class) == null) {
            channel.pipeline().addFirst(new Acceptance());
        }
    }

    private void expect(RoutingContext exchange) {
        if (exchange.request().connection() instanceof ConnectionBase connection) {
            var arrival = connection.channel().pipeline().get(Arrival.class);
            if (arrival != null && exchange.request().version() == HttpVersion.HTTP_2) {
                // It carries many requests at once, each with limits of its own in the protocol.
                connection.channel().pipeline().remove(arrival);
            } else if (arrival != null) {
                arrival.came(connection.channelHandlerContext(), bodies.isForLarge(exchange));
                exchange.addEndHandler(answered -> arrival.answered());
            }
        }
        exchange.next();
    }

    /** Puts a watch on every connection. */
    private final class Acceptance extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(new Arrival(head, body));
            }
            context.fireChannelRead(accepted);
        }
    }
}
