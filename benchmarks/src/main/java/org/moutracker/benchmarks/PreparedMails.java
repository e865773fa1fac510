package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages as they were sent before, handed over again by a client that does nothing else. */
record PreparedMails(List<FastSink.Taken> mails) {

    /** How long they are on average. */
    long bytes() {
        return Math.round(mails.stream()
                .mapToInt(mail -> mail.content().length())
                .average()
                .orElse(0));
    }

    /** Over so many connections that are kept, each message once its connection has the answer to the last; in a second. */
    double send(int port, int connections, int count) throws Exception {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            return Rate.of(count, () -> {
                var next = new AtomicInteger();
                var clients = new ArrayList<Future<?>>();
                for (var i = 0; i < connections; i++) {
                    clients.add(threads.submit((Callable<Void>) () -> {
                        send(port, count, next);
                        return null;
                    }));
                }
                for (var client : clients) {
                    client.get();
                }
            });
        }
    }

    private void send(int port, int count, AtomicInteger next) throws IOException {
        try (var wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port))) {
            expect(wire, "220");
            wire.say("EHLO bench");
            expect(wire, "250-");
            expect(wire, "250 PIPELINING");
            for (var i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                handOver(wire, mails.get(i % mails.size()));
            }
            wire.say("QUIT");
            expect(wire, "221");
        }
    }

    private static void handOver(Wire wire, FastSink.Taken mail) throws IOException {
        wire.say(mail.from());
        wire.say(mail.to());
        wire.say("DATA");
        expect(wire, "250");
        expect(wire, "250");
        expect(wire, "354");
        wire.send(mail.content().getBytes(ISO_8859_1));
        expect(wire, "250");
    }

    private static void expect(Wire wire, String code) throws IOException {
        var line = wire.line();
        if (line == null || !line.startsWith(code)) {
            throw new IOException("The sink said %s instead of %s".formatted(line, code));
        }
    }
}
