package org.moutracker.localstack.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The frame of every page; whatever comes from a mail passes {@link #escape} first. */
final class Html {
    private static final String STYLE = style();
    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);

    private Html() {}

    static String page(String title, String header, String main) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <header>%s</header>
                <main>%s</main>
                <footer>Mails of this local run go nowhere else. As JSON: <a href="/api/messages">/api/messages</a></footer>
                </body>
                </html>
                """.formatted(escape(title), STYLE, header, main);
    }

    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** Links of a mail open beside the mailbox, since its frame shows nothing else. */
    static String withLinksBeside(String html) {
        var head = HEAD.matcher(html);
        var base = "<base target=\"_blank\">";
        return head.find() ? html.substring(0, head.end()) + base + html.substring(head.end()) : base + html;
    }

    private static String style() {
        try (var resource = Html.class.getResourceAsStream("mailbox.css")) {
            return resource == null ? "" : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
