package org.moutracker.platform.time;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;

/**
 * A piece of work that is done again and again in a thread of its own: at once while there is more to do, after a pause
 * when idle, after a longer one when it failed. A scheduler is not used because its shortest interval is a second.
 *
 * <p>Start it with the application's start-up event, {@link #close} it with its shutdown event: the round under way is
 * finished first.
 */
public final class Loop implements AutoCloseable {

    /** One round of work. */
    @FunctionalInterface
    public interface Work {

        /** Does what there is to do now, in bounded portions; true when there may be more. */
        boolean round() throws Exception;
    }

    private static final Logger LOG = Logger.getLogger(Loop.class);

    // Long enough not to press a database that is just coming back, short enough not to be noticed.
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    // Within the grace that operations give a stopping service; a round is far shorter.
    private static final Duration LAST_ROUND = Duration.ofSeconds(20);

    private final String name;
    private final Duration idle;
    private final Work work;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);

    private Loop(String name, Duration idle, Work work) {
        this.name = name;
        this.idle = idle;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public static Loop start(String name, Duration idle, Work work) {
        var loop = new Loop(name, idle, work);
        loop.thread.start();
        return loop;
    }

    private void run() {
        var failed = false;
        while (stop.getCount() > 0) {
            try {
                var more = work.round();
                if (failed) {
                    LOG.infof("%s works again", name);
                    failed = false;
                }
                if (!more) {
                    pause(idle);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!failed && stop.getCount() > 0) {
                    LOG.warnf(e, "%s failed and is tried again until it works", name);
                }
                failed = true;
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void pause(Duration duration) {
        try {
            stop.await(duration.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            if (!thread.join(LAST_ROUND)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
