package org.moutracker.platform.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * One request as bytes, and what came back: clients that are meant for use refuse to send what is not allowed.
 *
 * @param status zero when the connection was closed without an answer
 * @param headers by their names in small letters
 */
public record RawExchange(int status, Map<String, String> headers, String body) {

    // A stream has no end, and an answer must not take as long.
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int STREAM_MILLIS = 200;

    /** Sends it over a connection of its own, which the request has to ask to be closed. */
    public static RawExchange send(int port, byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Refused before all was sent: the answer may be there all the same.
            }
            return read(socket);
        }
    }

    private static RawExchange read(Socket socket) throws IOException {
        var input = socket.getInputStream();
        var headers = new HashMap<String, String>();
        int status;
        try {
            var first = line(input);
            while (first.contains(" 100 ")) {
                line(input);
                first = line(input);
            }
            status = Integer.parseInt(first.substring(9, 12));
            for (var line = line(input); !line.isEmpty(); line = line(input)) {
                var colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        } catch (EOFException | SocketException e) {
            return new RawExchange(0, headers, "");
        }
        var isStream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        if (isStream) {
            socket.setSoTimeout(STREAM_MILLIS);
        }
        return new RawExchange(status, headers, body(input, headers, isStream));
    }

    private static String body(InputStream input, Map<String, String> headers, boolean isStream) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            if (headers.containsKey("transfer-encoding")) {
                for (var size = size(input); size > 0; size = size(input)) {
                    bytes.write(input.readNBytes(size));
                    line(input);
                }
            } else if (headers.containsKey("content-length")) {
                bytes.write(input.readNBytes(Integer.parseInt(headers.get("content-length"))));
            } else {
                input.transferTo(bytes);
            }
        } catch (EOFException | SocketException e) {
            // What came is looked at.
        } catch (SocketTimeoutException e) {
            if (!isStream) {
                throw e;
            }
        }
        return "gzip".equals(headers.get("content-encoding"))
                ? new String(new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes(), UTF_8)
                : bytes.toString(UTF_8);
    }

    private static int size(InputStream input) throws IOException {
        return Integer.parseInt(line(input).strip(), 16);
    }

    private static String line(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var one = input.read(); one != '\n'; one = input.read()) {
            if (one < 0) {
                throw new EOFException();
            }
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
