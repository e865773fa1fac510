package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A mail server that takes everything at once, counts it, and keeps some of it as it came. */
final class FastSink implements AutoCloseable {
    private static final int KEPT = 500;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final LongAdder taken = new LongAdder();
    private final List<Taken> kept = new ArrayList<>();

    /**
     * A message.
     *
     * @param from what it was announced by
     * @param to whom for
     * @param content octet by octet, with the line that ends it
     */
    record Taken(String from, String to, String content) {}

    FastSink() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    long taken() {
        return taken.sum();
    }

    /** The first of those that came since they were asked for last. */
    synchronized List<Taken> kept() {
        var some = List.copyOf(kept);
        kept.clear();
        return some;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (var wire = new Wire(socket)) {
            wire.say("220 sink");
            var from = "";
            var to = "";
            for (var line = wire.line(); line != null; line = wire.line()) {
                switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> wire.say("250-sink\r\n250 PIPELINING");
                    case "MAIL" -> {
                        from = line;
                        wire.say("250 ok");
                    }
                    case "RCPT" -> {
                        to = line;
                        wire.say("250 ok");
                    }
                    case "DATA" -> {
                        wire.say("354 go on");
                        take(from, to, wire.content());
                        wire.say("250 taken");
                    }
                    case "QUIT" -> {
                        wire.say("221 bye");
                        return;
                    }
                    default -> wire.say("250 ok");
                }
            }
        } catch (IOException gone) {
            // Whoever hangs up has nothing more to send.
        } finally {
            open.remove(socket);
        }
    }

    private void take(String from, String to, byte[] content) {
        taken.increment();
        synchronized (this) {
            if (kept.size() < KEPT) {
                kept.add(new Taken(from, to, new String(content, ISO_8859_1)));
            }
        }
    }

    /** From now on nobody is there. */
    void leave() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        leave();
    }
}
