package org.moutracker.localstack.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The end of one process: asked for by a signal, and taken after a while. */
public record Ending(ProcessHandle process, String signal) {

    /** True when it ended by itself; whatever it had started is ended with it. */
    public boolean within(Duration grace) {
        var descendants = process.descendants().toList();
        send(signal);
        var ended = hasEndedWithin(grace);
        if (!ended) {
            process.destroyForcibly();
            hasEndedWithin(Duration.ofSeconds(5));
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        return ended;
    }

    private boolean hasEndedWithin(Duration grace) {
        try {
            process.onExit().get(grace.toMillis(), MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void send(String name) {
        if (name.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
