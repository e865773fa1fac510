package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The mailbox as JSON; one message is in memory at a time, however many there are. */
final class MailboxJson {
    private static final Pattern MESSAGE = Pattern.compile("/api/messages/(\\d{1,15})");
    private static final Pattern ATTACHMENT = Pattern.compile("/api/messages/(\\d{1,15})/attachments/(\\d{1,4})");
    private static final String TYPE = "application/json";

    private final Mailbox mailbox;
    private final ObjectMapper json = new ObjectMapper();

    MailboxJson(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var isDelete = exchange.getRequestMethod().equals("DELETE");
        if (path.equals("/api/messages") && isDelete) {
            mailbox.clear();
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        if (path.equals("/api/messages")) {
            list(exchange);
            return;
        }
        var one = MESSAGE.matcher(path);
        if (one.matches()) {
            one(exchange, Long.parseLong(one.group(1)));
            return;
        }
        var attachment = ATTACHMENT.matcher(path);
        if (attachment.matches()) {
            attachment(exchange, Long.parseLong(attachment.group(1)), Integer.parseInt(attachment.group(2)));
            return;
        }
        notFound(exchange);
    }

    /**
     * Oldest first; {@code after=ID} gives what came since, {@code to=TEXT} what went to an address with that in it,
     * {@code limit=N} no more than that.
     */
    private void list(HttpExchange exchange) throws IOException {
        var query = new Query(exchange);
        var after = query.number("after", 0);
        var to = query.text("to").orElse("");
        var left = query.number("limit", Long.MAX_VALUE);
        Answer.begin(exchange, 200, TYPE, 0);
        if (Answer.isHead(exchange)) {
            return;
        }
        try (var generator = json.createGenerator(exchange.getResponseBody())) {
            generator.writeStartArray();
            for (var ids = mailbox.after(after).iterator(); left > 0 && ids.hasNext(); ) {
                var mail = mailbox.read(ids.nextLong()).filter(stored -> stored.isTo(to));
                if (mail.isPresent()) {
                    json.writeValue(generator, asJson(MailReader.read(mail.get())));
                    left--;
                }
            }
            generator.writeEndArray();
        }
    }

    private void one(HttpExchange exchange, long id) throws IOException {
        var mail = mailbox.read(id);
        if (mail.isEmpty()) {
            notFound(exchange);
            return;
        }
        Answer.send(exchange, 200, TYPE, json.writeValueAsBytes(asJson(MailReader.read(mail.get()))));
    }

    private void attachment(HttpExchange exchange, long id, int index) throws IOException {
        var mail = mailbox.read(id);
        if (mail.isEmpty() || !MailReader.attachment(mail.get(), index, new Download(exchange))) {
            notFound(exchange);
        }
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        Answer.send(exchange, 404, TYPE, "{\"title\":\"Not found\",\"status\":404}".getBytes(UTF_8));
    }

    private static Map<String, Object> asJson(ReceivedMail mail) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", mail.id());
        object.put("to", mail.to());
        object.put("from", mail.from());
        object.put("subject", mail.subject());
        object.put("receivedAt", mail.receivedAt().toString());
        object.put("headers", mail.headers());
        object.put("text", mail.text());
        object.put("html", mail.html());
        object.put("attachments", mail.attachments());
        return object;
    }
}
