package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One end of a talk by SMTP, with as little work as there can be between the line and who talks. What is said leaves once
 * there is nothing more to read.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_LINE = 4_096;

    private final Socket socket;
    private final InputStream in;
    private final BufferedOutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private byte[] message = new byte[BUFFER];

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** The next line; null when the other side has hung up. */
    @Nullable
    String line() throws IOException {
        var length = 0;
        for (var octet = octet(); octet != '\n'; octet = octet()) {
            if (octet < 0 || length == LONGEST_LINE) {
                return null;
            }
            message[length++] = (byte) octet;
        }
        return new String(message, 0, length, US_ASCII).stripTrailing();
    }

    /** The content of a message as it comes, up to the line that has nothing but a dot, and with it. */
    byte[] content() throws IOException {
        var length = 0;
        // How much of "CR LF . CR LF" has been read; the content begins at the beginning of a line.
        var ended = 2;
        while (ended < 5) {
            var octet = octet();
            if (octet < 0) {
                throw new EOFException("hung up in the middle of a message");
            }
            if (length == message.length) {
                message = Arrays.copyOf(message, 2 * length);
            }
            message[length++] = (byte) octet;
            ended = switch (octet) {
                case '\r' -> ended == 3 ? 4 : 1;
                case '\n' -> ended == 1 ? 2 : ended == 4 ? 5 : 0;
                case '.' -> ended == 2 ? 3 : 0;
                default -> 0;
            };
        }
        return Arrays.copyOf(message, length);
    }

    private int octet() throws IOException {
        if (next == end) {
            out.flush();
            end = Math.max(0, in.read(buffer));
            next = 0;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[next++] & 0xFF;
    }

    void say(String line) throws IOException {
        send((line + "\r\n").getBytes(US_ASCII));
    }

    void send(byte[] content) throws IOException {
        out.write(content);
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            out.flush();
        }
    }
}
