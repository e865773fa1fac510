package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/** The mailbox over HTTP: pages for people, and JSON below {@code /api/}. */
final class MailboxServer {
    private static final System.Logger LOG = System.getLogger(MailboxServer.class.getName());
    private static final int THREADS = 4;
    /** Another name that leads here is a trick of a page from elsewhere to read the mails. */
    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final MailboxJson json;
    private final MailboxPage page;

    private MailboxServer(Mailbox mailbox) {
        this.json = new MailboxJson(mailbox);
        this.page = new MailboxPage(mailbox);
    }

    static HttpServer start(int port, Mailbox mailbox) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/", new MailboxServer(mailbox)::handle);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            route(exchange);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "No answer to " + exchange.getRequestURI(), e);
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        var isApi = exchange.getRequestURI().getPath().startsWith("/api/");
        var isDelete = exchange.getRequestMethod().equals("DELETE")
                && exchange.getRequestURI().getPath().equals("/api/messages");
        var isRead = Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
        if (!OUR_NAMES.contains(host(exchange))) {
            Answer.send(exchange, 403, "text/plain", "Ask for localhost.".getBytes(UTF_8));
        } else if (!isRead && !isDelete) {
            Answer.send(exchange, 405, "text/plain", "The mailbox is for reading.".getBytes(UTF_8));
        } else if (isApi) {
            json.handle(exchange);
        } else {
            page.handle(exchange);
        }
    }

    private static String host(HttpExchange exchange) {
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"));
        return host.map(name -> name.replaceFirst(":\\d+$", "")).orElse("");
    }
}
