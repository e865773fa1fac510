package org.moutracker.localstack.mail;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What every answer of the mailbox has in common. */
final class Answer {
    private Answer() {}

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        begin(exchange, status, type, body.length);
        if (!isHead(exchange)) {
            exchange.getResponseBody().write(body);
        }
    }

    /** @param length 0 when it is not known yet */
    static void begin(HttpExchange exchange, int status, String type, long length) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, isHead(exchange) ? -1 : length);
    }

    static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }
}
