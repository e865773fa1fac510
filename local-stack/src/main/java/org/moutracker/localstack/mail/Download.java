package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Set;

/** Hands an attachment to a browser, which is to keep it and not to run it. */
record Download(HttpExchange exchange) implements MailReader.Taker {
    /** Types that no browser executes; everything else is just bytes. */
    private static final Set<String> HARMLESS = Set.of(
            "application/json",
            "application/pdf",
            "image/gif",
            "image/jpeg",
            "image/png",
            "text/calendar",
            "text/csv",
            "text/plain");

    @Override
    public void take(String name, String type, InputStream content) throws IOException {
        var encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
        Answer.begin(exchange, 200, harmless(type), 0);
        if (!Answer.isHead(exchange)) {
            content.transferTo(exchange.getResponseBody());
        }
    }

    private static String harmless(String type) {
        var bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return HARMLESS.contains(bare) ? bare : "application/octet-stream";
    }
}
