package org.moutracker.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that take no part in what is measured, until this is closed. */
record StandingStill(List<ProcessHandle> processes) implements AutoCloseable {

    static StandingStill of(List<ProcessHandle> processes) throws IOException {
        signal("-STOP", processes);
        return new StandingStill(processes);
    }

    @Override
    public void close() throws IOException {
        signal("-CONT", processes);
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException {
        if (!processes.isEmpty()) {
            var command = new ArrayList<>(List.of("kill", signal));
            processes.forEach(process -> command.add(String.valueOf(process.pid())));
            new ProcessBuilder(command).inheritIO().start().onExit().join();
        }
    }
}
