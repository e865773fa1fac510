package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A mail server that takes its time, says later or never to some messages, and hangs up on others in their middle, or
 * after their last byte without an answer. It keeps every message that it has heard to the end and not refused.
 */
final class FaultySink implements AutoCloseable {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: <([^@>]+)@");

    // So that whoever is killed has messages under way.
    private static final long SLOWNESS = 25;

    private final ServerSocket server;
    private final Random random;
    private final Map<String, List<String>> kept = new ConcurrentHashMap<>();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();
    private volatile boolean behaves;

    /** What it does to a message. */
    private enum Fault {
        NONE,
        LATER_TO_RECIPIENT,
        NEVER_TO_RECIPIENT,
        GONE_BEFORE_CONTENT,
        GONE_IN_CONTENT,
        LATER_TO_CONTENT,
        NEVER_TO_CONTENT,
        GONE_AFTER_CONTENT
    }

    FaultySink(long seed) throws IOException {
        random = new Random(seed);
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on it takes everything, at once. */
    void behave() {
        behaves = true;
    }

    long faults() {
        return faults.get();
    }

    /** How often it has said "never". */
    long refusals() {
        return refusals.get();
    }

    /** By the id of a message, each copy of it as it came. */
    Map<String, List<String>> kept() {
        return kept;
    }

    long count() {
        return kept.values().stream().mapToLong(List::size).sum();
    }

    /** One message in eight meets a fault. */
    private synchronized Fault next() {
        if (behaves || random.nextInt(8) != 0) {
            return Fault.NONE;
        }
        faults.incrementAndGet();
        var all = Fault.values();
        return all[1 + random.nextInt(all.length - 1)];
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
            var out = socket.getOutputStream();
            say(out, "220 sink");
            var fault = Fault.NONE;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT)) {
                    case "EHLO", "HELO" -> say(out, "250 sink");
                    case "MAIL" -> {
                        fault = next();
                        say(out, "250 ok");
                    }
                    case "RCPT" -> {
                        if (fault == Fault.NEVER_TO_RECIPIENT) {
                            refuse(out, "550 never");
                        } else {
                            say(out, fault == Fault.LATER_TO_RECIPIENT ? "450 later" : "250 ok");
                        }
                    }
                    case "DATA" -> {
                        if (!data(in, out, fault)) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException | InterruptedException gone) {
            // The other side was killed, as is the point of it all.
        }
    }

    /** Whether the talk goes on. */
    private boolean data(BufferedReader in, OutputStream out, Fault fault) throws IOException, InterruptedException {
        if (fault == Fault.GONE_BEFORE_CONTENT) {
            return false;
        }
        say(out, "354 go on");
        var message = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null || fault == Fault.GONE_IN_CONTENT) {
                return false;
            }
            message.append(line).append('\n');
        }
        if (!behaves) {
            TimeUnit.MILLISECONDS.sleep(SLOWNESS);
        }
        switch (fault) {
            case LATER_TO_CONTENT -> say(out, "452 later");
            case NEVER_TO_CONTENT -> refuse(out, "554 never");
            case NONE, LATER_TO_RECIPIENT, NEVER_TO_RECIPIENT, GONE_BEFORE_CONTENT, GONE_IN_CONTENT -> {
                keep(message.toString());
                say(out, "250 taken");
            }
            case GONE_AFTER_CONTENT -> {
                keep(message.toString());
                return false;
            }
        }
        return true;
    }

    private void keep(String message) {
        var id = MESSAGE_ID.matcher(message);
        kept.computeIfAbsent(id.find() ? id.group(1) : "", _ -> new CopyOnWriteArrayList<>())
                .add(message);
    }

    /** Counted before it is said, so that nobody has heard a refusal that is not counted. */
    private void refuse(OutputStream out, String line) throws IOException {
        refusals.incrementAndGet();
        say(out, line);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
