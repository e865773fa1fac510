package org.moutracker.localstack.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one process alive: starts it, waits until it is ready, and starts it again when it dies. */
final class Keeper {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A process that ran this long has not died "again". */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final int TIMES_BEFORE_LOG_IS_SHOWN = 3;
    private static final File NOTHING = new File("/dev/null");

    private final Part part;
    private final LogFile log;
    private final Consumer<String> say;
    private final Runnable changed;
    private final CompletableFuture<@Nullable Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Process process;

    Keeper(Part part, LogFile log, Consumer<String> say, Runnable changed) {
        this.part = part;
        this.log = log;
        this.say = say;
        this.changed = changed;
        this.thread = Thread.ofPlatform().daemon().name("keeper-" + part.name()).unstarted(this::keep);
    }

    void start() throws IOException {
        log.rotate();
        thread.start();
    }

    Part part() {
        return part;
    }

    /** Completes when the process is ready for the first time, or fails with {@link StartFailed}. */
    CompletableFuture<@Nullable Void> firstReady() {
        return firstReady;
    }

    Optional<Process> process() {
        return Optional.ofNullable(process).filter(Process::isAlive);
    }

    void stop(Duration grace) {
        synchronized (this) {
            stopping.countDown();
        }
        process().ifPresent(running -> new Ending(running.toHandle(), part.stopSignal()).within(grace));
    }

    private void keep() {
        try {
            keepAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            firstReady.completeExceptionally(e);
            throw e;
        }
    }

    private void keepAlive() throws InterruptedException {
        for (var failures = 0; ; ) {
            var problem = launch();
            if (isStopping()) {
                return;
            }
            var started = System.nanoTime();
            var running = process;
            if (problem == null && running != null) {
                problem = untilReady(running);
            }
            if (problem == null && running != null) {
                announceReady();
                var code = running.waitFor();
                problem = "died (%s)".formatted(exit(code));
            }
            if (isStopping()) {
                return;
            }
            failures = System.nanoTime() - started > SETTLED.toNanos() ? 1 : failures + 1;
            changed.run();
            if (!firstReady.isDone() && failures >= part.attempts()) {
                firstReady.completeExceptionally(new StartFailed(withLog(problem)));
                return;
            }
            if (firstReady.isDone()) {
                announceDeath(String.valueOf(problem), failures);
            }
            if (stopping.await(pause(failures).toMillis(), MILLISECONDS)) {
                return;
            }
        }
    }

    private synchronized @Nullable String launch() {
        if (isStopping()) {
            return null;
        }
        var builder = new ProcessBuilder(part.command()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        builder.environment().putAll(part.environment());
        try {
            process = builder.start();
            changed.run();
            return null;
        } catch (IOException e) {
            return "could not be started (%s)".formatted(e.getMessage());
        }
    }

    private @Nullable String untilReady(Process running) throws InterruptedException {
        var deadline = System.nanoTime() + part.patience().toNanos();
        while (!isReady()) {
            if (running.waitFor(POLL.toNanos(), NANOSECONDS)) {
                return "ended while it started (%s)".formatted(exit(running.exitValue()));
            }
            if (System.nanoTime() > deadline) {
                new Ending(running.toHandle(), part.stopSignal()).within(Duration.ofSeconds(2));
                return "was not ready after %d s".formatted(part.patience().toSeconds());
            }
            if (isStopping()) {
                return "was stopped while it started";
            }
        }
        return null;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return part.readiness().check();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception notYet) {
            return false;
        }
    }

    private void announceReady() {
        say.accept(part.name() + (firstReady.complete(null) ? " is ready" : " runs again"));
    }

    private void announceDeath(String problem, int failures) {
        if (failures < TIMES_BEFORE_LOG_IS_SHOWN) {
            say.accept("%s %s, starting it again".formatted(part.name(), problem));
        } else {
            say.accept("%s, for the %d. time in a row; the next try is in %d s"
                    .formatted(withLog(problem), failures, pause(failures).toSeconds()));
        }
    }

    private String withLog(@Nullable String problem) {
        return "%s %s; the last lines of %s:\n%s\n"
                .formatted(part.name(), problem, log.path(), log.tail().indent(4))
                .stripTrailing();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** None for the first death, then half a second that doubles. */
    private static Duration pause(int failures) {
        if (failures <= 1) {
            return Duration.ZERO;
        }
        var pause = Duration.ofMillis(500).multipliedBy(1L << Math.min(failures - 2, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** A JVM reports the signal that killed a process as 128 + its number. */
    private static String exit(int code) {
        return code > 128 ? "signal " + (code - 128) : "exit code " + code;
    }
}
