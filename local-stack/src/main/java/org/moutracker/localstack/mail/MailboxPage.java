package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.moutracker.localstack.mail.Html.escape;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The mailbox for a person with a browser; without scripts, and without anything from elsewhere. */
final class MailboxPage {
    private static final int MAILS_PER_PAGE = 50;
    private static final Pattern MESSAGE = Pattern.compile("/messages/(\\d{1,15})(?:/(html|text|headers|frame))?");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Mailbox mailbox;

    MailboxPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var message = MESSAGE.matcher(path);
        if (path.equals("/")) {
            send(exchange, 200, list(new Query(exchange).number("page", 1)));
        } else if (message.matches()) {
            message(exchange, Long.parseLong(message.group(1)), message.group(2));
        } else {
            notFound(exchange);
        }
    }

    private String list(long page) throws IOException {
        var rows = new StringBuilder();
        var simulated = false;
        for (var id : mailbox.newest((page - 1) * MAILS_PER_PAGE, MAILS_PER_PAGE)) {
            var stored = mailbox.read(id);
            if (stored.isPresent()) {
                simulated |= stored.get().receivedInDomainTime() != null;
                rows.append(row(MailReader.read(stored.get())));
            }
        }
        var size = mailbox.size();
        var header = "<h1>Mailbox</h1><p class=\"quiet\">%s</p>".formatted(summary(size, simulated));
        if (rows.isEmpty()) {
            var nothing = "<p class=\"empty\">No mail here. What the services send appears on this page.</p>";
            return Html.page("Mailbox", header, "<div class=\"paper\">" + nothing + "</div>");
        }
        var table = """
                <div class="paper"><table>
                <thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                <tbody>%s</tbody>
                </table></div>
                """.formatted(rows);
        return Html.page("Mailbox", header, table + pages(page, size));
    }

    private static String row(ReceivedMail mail) {
        var subject = mail.subject().isBlank() ? "(no subject)" : mail.subject();
        var count = mail.attachments().size();
        var attached = count == 0 ? "" : " <span class=\"quiet\">+ %d attached</span>".formatted(count);
        return "<tr><td class=\"when\">%s</td><td class=\"to\">%s</td><td><a href=\"/messages/%s\">%s</a>%s</td></tr>%n"
                .formatted(when(mail.receivedAt()), escape(to(mail)), escape(mail.id()), escape(subject), attached);
    }

    private static String summary(long size, boolean simulated) {
        var count = size == 1 ? "1 mail." : "%d mails, the newest first.".formatted(size);
        return count + (simulated ? " The times are simulated, in UTC." : " The times are in UTC.");
    }

    private static String pages(long page, long size) {
        var last = (size + MAILS_PER_PAGE - 1) / MAILS_PER_PAGE;
        if (last <= 1) {
            return "";
        }
        var newer = page > 1 ? "<a rel=\"prev\" href=\"/?page=%d\">Newer</a>".formatted(page - 1) : "";
        var older = page < last ? "<a rel=\"next\" href=\"/?page=%d\">Older</a>".formatted(page + 1) : "";
        return "<nav aria-label=\"Pages\">%s<span class=\"quiet\">Page %d of %d</span>%s</nav>"
                .formatted(newer, page, last, older);
    }

    private void message(HttpExchange exchange, long id, @org.jspecify.annotations.Nullable String asked)
            throws IOException {
        var stored = mailbox.read(id);
        if (stored.isEmpty()) {
            notFound(exchange);
            return;
        }
        var mail = MailReader.read(stored.get());
        var html = mail.html();
        var view = asked == null ? (html == null ? "text" : "html") : asked;
        if (view.equals("frame")) {
            frame(exchange, html == null ? "" : html);
            return;
        }
        var simulated = stored.get().receivedInDomainTime() != null;
        var content =
                switch (view) {
                    case "html" -> html == null ? nothing("HTML part") : frameOf(mail);
                    case "headers" -> headers(mail);
                    default -> text(mail);
                };
        var title = mail.subject().isBlank() ? "(no subject)" : mail.subject();
        send(
                exchange,
                200,
                Html.page(
                        title, header(title), about(mail, simulated) + tabs(mail, view) + content + attachments(mail)));
    }

    private static String header(String title) {
        return "<p><a href=\"/\">Mailbox</a></p><h1>%s</h1>".formatted(escape(title));
    }

    private static String about(ReceivedMail mail, boolean simulated) {
        var rows = "<tr><th scope=\"row\">From</th><td>%s</td></tr>".formatted(escape(mail.from()))
                + "<tr><th scope=\"row\">To</th><td>%s</td></tr>".formatted(escape(to(mail)))
                + "<tr><th scope=\"row\">Received</th><td>%s UTC%s</td></tr>"
                        .formatted(when(mail.receivedAt()), simulated ? " (simulated time)" : "");
        return "<div class=\"paper\"><table><tbody>%s</tbody></table></div>".formatted(rows);
    }

    private static String tabs(ReceivedMail mail, String current) {
        var tabs = new StringBuilder();
        for (var tab : List.of("HTML", "Text", "Headers")) {
            var name = tab.toLowerCase(Locale.ROOT);
            tabs.append("<a href=\"/messages/%s/%s\"%s>%s</a>"
                    .formatted(escape(mail.id()), name, name.equals(current) ? " aria-current=\"page\"" : "", tab));
        }
        return "<nav aria-label=\"Views\">%s</nav>".formatted(tabs);
    }

    private static String frameOf(ReceivedMail mail) {
        return """
                <div class="paper"><iframe title="The HTML part of the mail" src="/messages/%s/frame"
                sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></div>
                """.formatted(escape(mail.id()));
    }

    private static String text(ReceivedMail mail) {
        var text = mail.text();
        return text == null ? nothing("text part") : "<div class=\"paper\"><pre>%s</pre></div>".formatted(escape(text));
    }

    private static String nothing(String what) {
        return "<div class=\"paper\"><p class=\"empty\">This mail has no %s.</p></div>".formatted(what);
    }

    private static String headers(ReceivedMail mail) {
        var rows = new StringBuilder();
        mail.headers()
                .forEach((name, values) -> values.forEach(value -> rows.append(
                        "<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(escape(name), escape(value)))));
        return "<div class=\"paper\"><table><tbody>%s</tbody></table></div>".formatted(rows);
    }

    private static String attachments(ReceivedMail mail) {
        if (mail.attachments().isEmpty()) {
            return "";
        }
        var rows = new StringBuilder();
        for (var attachment : mail.attachments()) {
            rows.append("<tr><td><a href=\"%s\" download>%s</a></td><td>%s</td><td>%d bytes</td></tr>"
                    .formatted(
                            escape(attachment.url()),
                            escape(attachment.name()),
                            escape(attachment.contentType().split(";", 2)[0]),
                            attachment.size()));
        }
        return """
                <div class="paper"><table><thead><tr><th scope="col">Attachment</th><th scope="col">Type</th><th scope="col">Size</th></tr></thead>
                <tbody>%s</tbody></table></div>
                """.formatted(rows);
    }

    private static String to(ReceivedMail mail) {
        return String.join(", ", mail.to());
    }

    private static String when(Instant instant) {
        return WHEN.format(instant);
    }

    /** A mail's own page: it may be laid out as it likes, and that is all it may do. */
    private static void frame(HttpExchange exchange, String html) throws IOException {
        var policy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                + " style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        Answer.send(
                exchange,
                200,
                "text/html; charset=utf-8",
                Html.withLinksBeside(html).getBytes(UTF_8));
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        send(exchange, 404, Html.page("Not found", header("Not found"), "<p>There is nothing here.</p>"));
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        var policy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'";
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        Answer.send(exchange, status, "text/html; charset=utf-8", page.getBytes(UTF_8));
    }
}
