package org.moutracker.notifications.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Mail;
import org.moutracker.notifications.mail.MailSettings;
import org.moutracker.notifications.mail.MailSettings.Tls;

/**
 * The mail server that messages are handed to, over a few connections that are kept for as long as they are of use. Call it
 * from virtual threads: each message waits for its answer.
 */
@ApplicationScoped
class MailRelay {

    // A server that is there takes a connection at once, even from another continent.
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    // Shorter than the five minutes after which servers hang up on an idle connection (RFC 5321, 4.5.3.2.7).
    private static final Duration KEPT = Duration.ofSeconds(60);

    /** A connection that nobody uses, and since when. */
    private record Idle(MailLine line, long since) {}

    private final MailSettings settings;
    private final Duration kept;
    private final Session session;
    private final Semaphore free;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-patience").factory());

    @Inject
    MailRelay(MailSettings settings) throws AddressException {
        this(settings, KEPT);
    }

    MailRelay(MailSettings settings, Duration kept) throws AddressException {
        this.settings = settings;
        this.kept = kept;
        this.session = Session.getInstance(properties(settings));
        this.free = new Semaphore(settings.connections());
    }

    private static Properties properties(MailSettings settings) throws AddressException {
        var properties = new Properties();
        properties.setProperty(
                "mail.smtp.from", new InternetAddress(settings.returnPath().orElseGet(settings::from)).getAddress());
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        // Who is not there is not there for other sockets either.
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(CONNECTING.toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", String.valueOf(settings.patience().toMillis()));
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(settings.username().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.trust().ifPresent(file -> properties.put("mail.smtp.ssl.socketFactory", Trust.in(file)));
        // RSET clears what a refused message has left behind.
        properties.setProperty("mail.smtp.userset", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Hands over a message; always answers, at the latest when patience is over. */
    Answer deliver(Mail mail) {
        free.acquireUninterruptibly();
        var thread = Thread.currentThread();
        // What waits for a byte, or to say one, in a virtual thread ends with an error when that is interrupted.
        var patience = watch.schedule(thread::interrupt, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return handOver(mail);
        } finally {
            patience.cancel(false);
            free.release();
        }
    }

    /**
     * What became of a message on one connection, which is another's as soon as it is kept: nothing may be asked of it then.
     *
     * @param unheard whether the server had hung up before it heard of the message
     */
    private record Tried(Answer answer, boolean unheard) {}

    private Answer handOver(Mail mail) {
        var kept = kept();
        if (kept != null) {
            var tried = handOver(mail, kept);
            if (!tried.unheard() || Thread.currentThread().isInterrupted()) {
                return tried.answer();
            }
        }
        var line = new MailLine(session, settings.tls() == Tls.TLS);
        try {
            line.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
        } catch (MessagingException | RuntimeException e) {
            return failed(line).answer();
        }
        return handOver(mail, line).answer();
    }

    private Tried handOver(Mail mail, MailLine line) {
        try {
            line.sendMessage(new Wrapped(session, mail), new Address[] {mail.to()});
        } catch (MessagingException | RuntimeException e) {
            return failed(line);
        }
        keep(line);
        return new Tried(Answer.accepted(), false);
    }

    private Tried failed(MailLine line) {
        var tried = new Tried(line.answer(), line.wasGone());
        if (tried.answer().reply() == null || tried.unheard()) {
            hangUp(line);
        } else {
            keep(line);
        }
        return tried;
    }

    private void keep(MailLine line) {
        idle.addFirst(new Idle(line, System.nanoTime()));
    }

    /** A connection that still works, as far as is known; null when there is none. Servers hang up when they like. */
    private @Nullable MailLine kept() {
        for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (!isStale(next) && (next.line().isClean() || next.line().isConnected())) {
                return next.line();
            }
            hangUp(next.line());
        }
        return null;
    }

    /** Hangs up where nothing was sent for long. */
    void dropStale() {
        for (var oldest = idle.pollLast(); oldest != null; oldest = idle.pollLast()) {
            if (!isStale(oldest)) {
                idle.addLast(oldest);
                return;
            }
            hangUp(oldest.line());
        }
    }

    private boolean isStale(Idle line) {
        return System.nanoTime() - line.since() > kept.toNanos();
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
        for (var next = idle.poll(); next != null; next = idle.poll()) {
            hangUp(next.line());
        }
    }

    private static void hangUp(MailLine line) {
        try {
            line.close();
        } catch (MessagingException e) {
            // It had gone already.
        }
    }

    /** The mail in the only shape that the library takes; it is told where to send it apart from that. */
    private static final class Wrapped extends MimeMessage {
        private final Mail mail;

        private Wrapped(Session session, Mail mail) {
            super(session);
            this.mail = mail;
        }

        @Override
        public void writeTo(OutputStream line, String @Nullable [] without) throws IOException {
            mail.writeTo(line);
        }
    }
}
