package org.moutracker.localstack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts processes side by side, keeps them alive and ends them tier by tier. */
public final class Supervisor {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path logs;
    private final Consumer<String> say;
    private final Consumer<Map<String, ProcessHandle>> changed;
    private boolean isStopping;
    private final List<Keeper> keepers = new CopyOnWriteArrayList<>();

    /** @param changed told of every process that was started or has died, with those that run */
    public Supervisor(Path logs, Consumer<String> say, Consumer<Map<String, ProcessHandle>> changed) {
        this.logs = logs;
        this.say = say;
        this.changed = changed;
    }

    /** Starts them side by side and does not wait. */
    public synchronized void launch(List<Part> parts) throws StartFailed, IOException {
        if (isStopping) {
            throw new StartFailed("Stopped before all was started");
        }
        for (var part : parts) {
            var log = new LogFile(logs.resolve(part.name() + ".log"));
            var keeper = new Keeper(part, log, say, () -> changed.accept(running()));
            keepers.add(keeper);
            keeper.start();
        }
    }

    /** Returns when those named, or all, are ready; the first failure counts, however long the others take. */
    public void awaitReady(String... names) throws StartFailed, InterruptedException {
        var ready = keepers.stream()
                .filter(keeper -> names.length == 0
                        || List.of(names).contains(keeper.part().name()))
                .map(Keeper::firstReady)
                .toArray(CompletableFuture<?>[]::new);
        var failure = new CompletableFuture<Object>();
        for (var keeper : keepers) {
            keeper.firstReady().exceptionally(problem -> {
                failure.completeExceptionally(problem);
                return null;
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(ready), failure).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    public Map<String, ProcessHandle> running() {
        var running = new LinkedHashMap<String, ProcessHandle>();
        for (var keeper : keepers) {
            keeper.process().ifPresent(process -> running.put(keeper.part().name(), process.toHandle()));
        }
        return running;
    }

    /** Ends all processes, the services first and the database last. */
    public void stop() {
        synchronized (this) {
            isStopping = true;
        }
        Stream.of(Part.Tier.values()).sorted(Comparator.reverseOrder()).forEach(this::stop);
    }

    private void stop(Part.Tier tier) {
        keepers.stream()
                .filter(keeper -> keeper.part().tier() == tier)
                .map(keeper -> Thread.ofPlatform().start(() -> keeper.stop(GRACE)))
                .toList()
                .forEach(Supervisor::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
