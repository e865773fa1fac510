package org.moutracker.localstack.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process of the stack: how it is started, when it is ready and how it is asked to end.
 *
 * @param attempts how often the first start may fail before everything is given up
 * @param patience how long a start may take
 */
public record Part(
        String name,
        Tier tier,
        List<String> command,
        Map<String, String> environment,
        Readiness readiness,
        String stopSignal,
        int attempts,
        Duration patience) {

    /** What has to stay until everything that leans on it has ended; the last tier ends first. */
    public enum Tier {
        DATABASE,
        MESSAGING,
        SERVICE
    }

    /** Tells whether a process that runs does its work yet; to throw means not yet. */
    @FunctionalInterface
    public interface Readiness {
        boolean check() throws Exception;
    }
}
