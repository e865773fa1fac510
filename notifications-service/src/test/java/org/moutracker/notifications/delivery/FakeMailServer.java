package org.moutracker.notifications.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that does what it is told at each point of a talk: GREETING, EHLO, AUTH, MAIL, RCPT, DATA, CONTENT (in the
 * middle of it), END (after it).
 */
final class FakeMailServer implements AutoCloseable {

    static final String BREAK = "break";
    static final String SILENCE = "silence";

    private static final String ONCE = "once ";

    private static final Map<String, String> USUAL = Map.of(
            "GREETING", "220 test",
            "EHLO", "250-test\r\n250-PIPELINING\r\n250 AUTH PLAIN",
            "AUTH", "235 welcome",
            "DATA", "354 go on",
            "CONTENT", "",
            "QUIT", BREAK);

    private final ServerSocket server;
    private final Map<String, String> told = new ConcurrentHashMap<>(USUAL);
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger talks = new AtomicInteger();
    private volatile boolean hurried;
    private final CountDownLatch over = new CountDownLatch(1);

    FakeMailServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What to answer at a point from now on; BREAK hangs up, SILENCE says nothing, "554 no+break" does both. */
    FakeMailServer at(String point, String answer) {
        told.put(point, answer);
        return this;
    }

    /** What to answer there the next time alone. */
    FakeMailServer once(String point, String answer) {
        told.put(ONCE + point, answer);
        return this;
    }

    /** Whether somebody has said more before he had the answer to MAIL or RCPT. */
    boolean wasHurried() {
        return hurried;
    }

    int connections() {
        return accepted.get();
    }

    /** Whether everybody who called has gone. */
    boolean isForsaken() {
        return talks.get() == 0;
    }

    /** The messages that were heard to their end, as they came over the line. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    void hangUp() throws IOException {
        for (var socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
        hangUp();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                // An answer waits for nobody to have read the one before it.
                socket.setTcpNoDelay(true);
                accepted.incrementAndGet();
                talks.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            var goesOn = answer(socket, "GREETING");
            while (goesOn) {
                var line = in.readLine();
                if (line == null) {
                    return;
                }
                var verb = line.split("[ :]", -1)[0];
                hurried |= in.ready() && (verb.equals("MAIL") || verb.equals("RCPT"));
                goesOn = answer(socket, verb);
                if (verb.equals("DATA") && told("DATA").contains("354")) {
                    goesOn = goesOn && hear(in, socket);
                }
            }
        } catch (IOException broken) {
            // The other side went first.
        } finally {
            talks.decrementAndGet();
        }
    }

    private boolean hear(BufferedReader in, Socket socket) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                messages.add(message.toString());
                return answer(socket, "END");
            }
            message.append(line).append("\r\n");
            if (!answer(socket, "CONTENT")) {
                return false;
            }
        }
        return false;
    }

    private String told(String point) {
        return told.getOrDefault(point, "250 ok");
    }

    /** Neither reads nor says anything any more. */
    private boolean untilOver() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Whether the talk goes on. */
    private boolean answer(Socket socket, String point) throws IOException {
        var once = told.remove(ONCE + point);
        var answer = once == null ? told(point) : once;
        if (answer.equals(SILENCE)) {
            return untilOver();
        }
        var breaks = answer.endsWith(BREAK);
        var said = answer.replace("+" + BREAK, "").replace(BREAK, "");
        if (!said.isEmpty()) {
            socket.getOutputStream().write((said + "\r\n").getBytes(US_ASCII));
        }
        return !breaks;
    }
}
