package org.moutracker.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Processes that take no part in what is measured, until this is closed. */
record StandingStill(List<ProcessHandle> processes) implements AutoCloseable {

    static StandingStill of(List<ProcessHandle> processes) throws IOException {
        signal("-STOP", processes);
        return new StandingStill(processes);
    }

    /** All services of a product, whose place others take: they hold no lock, and are no members of anything for long. */
    static StandingStill whole(Product product) throws IOException, SQLException {
        var services = new ArrayList<ProcessHandle>();
        for (var name : List.of("agreements-service", "working-group-service", "notifications-service")) {
            services.add(product.process(name));
        }
        var still = of(services);
        product.database("notifications").ask("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'notifications_service'
                """);
        return still;
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
