package org.moutracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.moutracker.localstack.process.Part;
import org.moutracker.localstack.process.StartFailed;

/** The process behind {@code ./mou up}: starts the whole product, keeps it running and stops it in order. */
final class Up {
    private static final long NEEDED_MEGABYTES = 300;
    private static final String DISK_FULL = "No space left on device";

    private final long begin = System.nanoTime();
    private final Installation installation;
    private final UpOptions options;
    private final Claim claim;
    private final Ports ports;
    private final List<Service> services;
    private final Endpoints endpoints;
    private final Orphans orphans;
    private volatile Optional<Stack> stack = Optional.empty();
    private volatile Optional<DomainTime> time = Optional.empty();
    private boolean isReady;
    private volatile boolean isStopping;
    private volatile int exitCode;

    private Up(Installation installation, UpOptions options, Claim claim) {
        this.installation = installation;
        this.options = options;
        this.claim = claim;
        this.ports = Ports.standard(options.portOffset());
        this.services = Service.all(options.portOffset(), options.certificates());
        this.endpoints = new Endpoints(options.data(), ports, services);
        this.orphans = new Orphans(options.data().processes());
    }

    public static void main(String[] arguments) throws InterruptedException {
        var installation = Installation.find();
        try {
            var options =
                    UpOptions.parse(List.of(arguments), installation.root().resolve(".data"));
            new Up(installation, options, Claim.on(options.data().path())).run();
        } catch (IllegalArgumentException | StartFailed e) {
            Command.fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            Command.fail(Sentences.of(e));
        }
    }

    private void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        Optional.ofNullable(Long.getLong("mou.parent")).ifPresent(pid -> Parent.endWith(ProcessHandle.of(pid)));
        try {
            start();
            keepSeenAlive();
        } catch (StartFailed e) {
            giveUp(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            giveUp(Sentences.of(e));
        } catch (RuntimeException e) {
            e.printStackTrace();
            giveUp("Unexpected: " + e);
        }
    }

    private void start() throws StartFailed, IOException, InterruptedException {
        endpoints.remove();
        var foundOrphans = endOrphans();
        if (options.fresh()) {
            claim.empty();
        }
        requireSpace();
        requireFreePorts();
        for (var service : services) {
            service.requireBuilt(installation);
        }
        var lastSeenAlive = foundOrphans ? Optional.of(Instant.now()) : claim.lastSeenAlive();
        var prepared = DomainTime.prepare(options, lastSeenAlive);
        time = Optional.of(prepared);
        var started = new Stack(
                installation,
                options.data(),
                ports,
                Purpose.LOCAL_RUN,
                options.certificates(),
                this::say,
                this::changed);
        stack = Optional.of(started);
        say("Starting PostgreSQL, Kafka and the mail server");
        started.start(services.stream().map(Service::database).toList());
        say("Starting the services");
        var parts = new ArrayList<Part>();
        for (var service : services) {
            parts.add(service.part(installation, started));
        }
        started.startServices(parts);
        prepared.start();
        synchronized (this) {
            isReady = true;
        }
        changed(started.running());
        System.out.printf(
                Locale.ROOT,
                "%nMoU Tracker is ready after %.1f s. Ctrl-C stops it.%n%n%s%n",
                seconds(),
                endpoints.table(prepared.clock().exists()));
    }

    private void stop() {
        isStopping = true;
        if (stack.isPresent()) {
            System.out.println("Stopping");
        }
        List<Command> steps = List.of(
                () -> time.ifPresent(DomainTime::stop),
                () -> stack.ifPresent(Stack::stop),
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly),
                endpoints::remove,
                orphans::forget,
                claim::close);
        steps.forEach(Up::takeWhateverHappens);
        // Whoever asked for the end by a signal got what they asked for.
        Runtime.getRuntime().halt(exitCode);
    }

    private static void takeWhateverHappens(Command step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            System.err.println("mou: " + e);
        }
    }

    private void giveUp(String sentence) {
        if (isStopping) {
            return;
        }
        exitCode = 1;
        Command.fail(
                sentence.contains(DISK_FULL)
                        ? "The disk of %s is full: %s".formatted(options.data().path(), sentence)
                        : sentence);
    }

    private boolean endOrphans() throws IOException {
        var ended = orphans.end();
        if (!ended.isEmpty()) {
            say("Ended what a killed run had left behind: " + String.join(", ", ended));
        }
        return !ended.isEmpty();
    }

    private void requireSpace() throws IOException, StartFailed {
        var megabytes = Files.getFileStore(options.data().path()).getUsableSpace() / (1024 * 1024);
        if (megabytes < NEEDED_MEGABYTES) {
            throw new StartFailed("The disk of %s is full: %d MB are free and %d MB are needed"
                    .formatted(options.data().path(), megabytes, NEEDED_MEGABYTES));
        }
    }

    private void requireFreePorts() throws StartFailed {
        var needed = ports.byName();
        services.forEach(service -> needed.put(service.port(), service.name()));
        services.forEach(service -> needed.put(service.managementPort(), service.name() + ", management"));
        for (var port : needed.entrySet()) {
            if (!Ports.isFree(port.getKey())) {
                throw new StartFailed("Port %d (%s) is in use: stop what uses it, or move all ports with --port-offset"
                        .formatted(port.getKey(), port.getValue()));
            }
        }
    }

    private void keepSeenAlive() throws InterruptedException {
        var couldWrite = true;
        while (!isStopping) {
            try {
                claim.seenAlive();
                couldWrite = true;
            } catch (IOException e) {
                if (couldWrite) {
                    say("Nothing can be written to %s: %s"
                            .formatted(options.data().path(), e.getMessage()));
                }
                couldWrite = false;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private synchronized void changed(Map<String, ProcessHandle> running) {
        if (isStopping) {
            return;
        }
        try {
            orphans.record(running);
            if (isReady) {
                endpoints.write(running, new Secrets(options.data().secrets()).password(Postgres.SUPERUSER));
            }
        } catch (IOException e) {
            say("What runs could not be noted: " + Sentences.of(e));
        }
    }

    private synchronized void say(String sentence) {
        if (isStopping) {
            return;
        }
        if (isReady) {
            System.out.printf(
                    "%s  %s%n", LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS), sentence);
        } else {
            System.out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), sentence);
        }
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
