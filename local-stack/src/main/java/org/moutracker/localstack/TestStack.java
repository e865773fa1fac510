package org.moutracker.localstack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.localstack.mail.ReplyBox;

/**
 * Real PostgreSQL, Kafka and mail for the tests of one module, on free ports and without a trace of earlier runs. It
 * stays for the whole life of the JVM, however often Quarkus restarts the application.
 *
 * <p>Use: {@code @WithTestResource(value = TestStack.class, initArgs = @ResourceArg(name = "database", value = "agreements"))}
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {
    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        var running = RunningTestStack.startedFor(database);
        try {
            return settings(running);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kept for the next application of this JVM; it ends with the JVM. */
    @Override
    public void stop() {}

    /** A token for somebody with that role. */
    public static String token(String role) {
        return token(TokenRequest.of(role));
    }

    /** A token for somebody who may do all that staff may do. */
    public static String staffToken() {
        return token(TokenRequest.of("registrar,officer,secretary,operator,integration"));
    }

    /** A token for a member who is known by that address. */
    public static String memberToken(String mail) {
        return token(TokenRequest.of("member").withMail(mail));
    }

    /** A token for somebody with that role on that side. */
    public static String token(String role, String party) {
        return token(TokenRequest.of(role).withParty(party));
    }

    public static String token(TokenRequest request) {
        try {
            return LocalTokens.in(RunningTestStack.current().folder().keys()).sign(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These claims and no others, signed as every token of this stack is. */
    public static String signed(Map<String, Object> claims) {
        try {
            return LocalTokens.in(RunningTestStack.current().folder().keys()).sign(claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which key the services know a token of this stack: Base64 of its X.509 form. */
    public static String publicKey() {
        try {
            return LocalTokens.in(RunningTestStack.current().folder().keys()).publicKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Domain time of the services; it stands still at 2025-09-17T07:00:00Z until a test moves it. */
    public static SimulatedClock clock() {
        return new SimulatedClock(RunningTestStack.current().folder().clock());
    }

    /** Every mail received so far by an address that has that in it, oldest first. */
    public static List<ReceivedMail> mailTo(String part) {
        return new MailboxClient(RunningTestStack.current().port("mailbox")).messages(part);
    }

    /** What an attachment holds, as it was before it was encoded for its way. */
    public static byte[] content(ReceivedMail.Attachment attachment) {
        return new MailboxClient(RunningTestStack.current().port("mailbox")).content(attachment);
    }

    /** Forgets the mails received so far. */
    public static void clearMail() {
        new MailboxClient(RunningTestStack.current().port("mailbox")).clear();
    }

    /** Where a Kafka client connects. */
    public static String kafka() {
        return "127.0.0.1:" + RunningTestStack.current().port("kafka");
    }

    /** The process "postgres", "kafka" or "mail" while it runs, for tests that take one away; it comes back as another. */
    public static Optional<ProcessHandle> process(String name) {
        return RunningTestStack.current().pid(name).flatMap(ProcessHandle::of);
    }

    private Map<String, String> settings(RunningTestStack running) throws IOException {
        var names = new Database(database);
        var secrets = new Secrets(running.folder().secrets());
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(running.port("postgres"), database);
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", url),
                Map.entry("quarkus.datasource.username", names.service()),
                Map.entry("quarkus.datasource.password", secrets.password(names.service())),
                Map.entry("quarkus.flyway.username", names.owner()),
                Map.entry("quarkus.flyway.password", secrets.password(names.owner())),
                Map.entry("quarkus.flyway.placeholders.\"service_role\"", names.service()),
                Map.entry("kafka.bootstrap.servers", "127.0.0.1:" + running.port("kafka")),
                Map.entry(
                        "quarkus.oidc.public-key",
                        LocalTokens.in(running.folder().keys()).publicKey()),
                Map.entry("mou.pages.key", secrets.password("pages")),
                Map.entry("mou.clock.file", running.folder().clock().toString()),
                Map.entry("mou.public-url", "http://notifications.example/"),
                Map.entry("mou.mail.host", "127.0.0.1"),
                Map.entry("mou.mail.port", String.valueOf(running.port("smtp"))),
                Map.entry("mou.mail.tls", "none"),
                Map.entry("mou.mail.replies.address", ReplyBox.ADDRESS),
                Map.entry("mou.mail.replies.host", "127.0.0.1"),
                Map.entry("mou.mail.replies.port", String.valueOf(running.port("imap"))),
                Map.entry("mou.mail.replies.tls", "none"),
                Map.entry("mou.mail.replies.username", ReplyBox.USER),
                Map.entry("mou.mail.replies.every", "PT0.1S"),
                Map.entry("mou.mail.replies.password", secrets.password(ReplyBox.USER)),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.management.test-port", "0"));
    }
}
