package org.moutracker.platform.limit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Waits on one connection for each request to be whole, and ends the connection when one does not become so. All but
 * {@link #answered} happens in the thread of the connection.
 */
final class Arrival extends ChannelInboundHandlerAdapter {

    private final Duration headPatience;
    private final Duration bodyPatience;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable ScheduledFuture<?> cut;
    private boolean isWatchingBodies;
    private boolean headCame;
    private boolean bodyIsMissing;
    private boolean bodyMayTakeLonger;

    Arrival(Duration headPatience, Duration bodyPatience) {
        this.headPatience = headPatience;
        this.bodyPatience = bodyPatience;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        expect(context, headPatience);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        headCame = false;
        context.fireChannelRead(bytes);
        if (context.isRemoved()) {
            return;
        }
        if (bodyIsMissing) {
            if (!bodyMayTakeLonger) {
                expect(context, bodyPatience);
            }
        } else if (!headCame && underWay.get() == 0) {
            expect(context, headPatience);
        }
    }

    /** Nothing is waited for any more, whenever that comes. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forget();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forget();
        context.fireChannelInactive();
    }

    private void expect(ChannelHandlerContext context, Duration patience) {
        if (cut == null) {
            cut = context.executor().schedule(() -> cut(context), patience.toMillis(), MILLISECONDS);
        }
    }

    private static void cut(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void forget() {
        if (cut != null) {
            cut.cancel(false);
            cut = null;
        }
    }

    /**
     * A head is whole, and a request under way. What makes messages of bytes is known from the first of them on.
     *
     * @param reader takes the messages
     */
    void came(ChannelHandlerContext reader, boolean hasLargeBody) {
        underWay.incrementAndGet();
        bodyMayTakeLonger = hasLargeBody;
        if (!isWatchingBodies) {
            isWatchingBodies = true;
            headEnds();
            reader.pipeline().addBefore(reader.name(), null, new Messages());
        }
    }

    void answered() {
        underWay.decrementAndGet();
    }

    private void headEnds() {
        forget();
        headCame = true;
        bodyIsMissing = true;
    }

    /** Sees where heads and bodies end. */
    private final class Messages extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                bodyMayTakeLonger = false;
                headEnds();
            }
            if (message instanceof LastHttpContent) {
                forget();
                bodyIsMissing = false;
            }
            context.fireChannelRead(message);
        }
    }
}
