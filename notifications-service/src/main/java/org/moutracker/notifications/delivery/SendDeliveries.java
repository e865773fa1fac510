package org.moutracker.notifications.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.Mail;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.time.Loop;

/**
 * Sends what is due: claimed in one transaction, written and sent outside of any, settled in another. Two commits for many
 * messages, and never a database transaction that waits for a mail server; nor does a message wait for another that is slow.
 */
@ApplicationScoped
class SendDeliveries {

    private static final Logger LOG = Logger.getLogger(SendDeliveries.class);
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final Duration RENEWAL = Duration.ofSeconds(4);
    private static final Duration WHILE_UNREACHABLE = Duration.ofSeconds(1);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(15);
    private static final int BATCH = 100;

    // Of whatever is under way when this process dies nobody knows whether it arrived.
    private static final int MOST_UNDER_WAY = 300;

    private final ClaimDeliveries claims;
    private final DeliveryQueue queue;
    private final MailRelay relay;
    private final Domains domains;
    private final DeliveryMetrics metrics;
    private final Event<LettersAccepted> accepted;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    private @Nullable Loop loop;

    // These belong to the loop's thread alone.
    private final UnderWay underWay = new UnderWay();
    private boolean reachable = true;
    private long nextQuestion;
    private long nextRenewal;

    SendDeliveries(
            ClaimDeliveries claims,
            DeliveryQueue queue,
            MailRelay relay,
            Domains domains,
            DeliveryMetrics metrics,
            Event<LettersAccepted> accepted) {
        this.claims = claims;
        this.queue = queue;
        this.relay = relay;
        this.domains = domains;
        this.metrics = metrics;
        this.accepted = accepted;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("deliveries", IDLE, this::send);
    }

    /** Nothing more is claimed; what is under way is heard to its end, and written down. */
    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
            finish();
        }
    }

    private void finish() {
        var end = System.nanoTime() + LAST_ANSWERS.toNanos();
        try {
            while (!underWay.isEmpty() && System.nanoTime() < end) {
                underWay.await();
                settle();
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean send() throws InterruptedException {
        settle();
        renew();
        var batch = mayClaim() ? claims.claim(reachable ? BATCH : 1) : List.<ClaimDeliveries.Ready>of();
        batch.forEach(ready -> underWay.begin(ready.claimed(), () -> deliver(ready)));
        if (batch.isEmpty() && !underWay.isEmpty()) {
            underWay.await();
        }
        return reachable && !underWay.isEmpty();
    }

    /** While the server is away one message asks for it; the others keep waiting, and go at once when it is back. */
    private boolean mayClaim() {
        if (!reachable) {
            return underWay.isEmpty() && System.nanoTime() >= nextQuestion;
        }
        // What is slow does not count, so that it does not keep the rest waiting.
        return underWay.size() - domains.stuck() <= BATCH / 2 && underWay.size() <= MOST_UNDER_WAY - BATCH;
    }

    private Settlement deliver(ClaimDeliveries.Ready ready) {
        return Settlement.of(ready.claimed(), answer(ready), backoff);
    }

    /** What cannot be written was not sent; what was handed over is never taken for that, whatever becomes of it. */
    private Answer answer(ClaimDeliveries.Ready ready) {
        var claimed = ready.claimed();
        Mail mail;
        try {
            mail = ready.mails().write(claimed.letter());
        } catch (AddressException e) {
            return Answer.unaddressed();
        } catch (RuntimeException e) {
            // One letter must not hold up the others.
            LOG.errorf(e, "delivery %s cannot be written", claimed.id());
            return Answer.postponed();
        }
        return deliver(claimed, mail);
    }

    private Answer deliver(Claimed claimed, Mail mail) {
        var slots = domains.of(claimed.letter().mailbox()).slots();
        slots.acquireUninterruptibly();
        try {
            return relay.deliver(mail);
        } finally {
            slots.release();
        }
    }

    /** Answers are kept until they are written down, however long the database is away. */
    private void settle() {
        var answered = underWay.answered();
        if (answered.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> writeDown(answered));
        var told =
                answered.stream().anyMatch(settlement -> settlement.answer().outcome() != AttemptOutcome.UNREACHABLE);
        if (told != reachable) {
            LOG.warn(told ? "the mail server can be reached again" : "the mail server cannot be reached; mails wait");
        }
        reachable = told;
        nextQuestion = System.nanoTime() + WHILE_UNREACHABLE.toNanos();
        answered.forEach(metrics::count);
        answered.forEach(domains::answered);
        underWay.settled();
    }

    private void writeDown(List<Settlement> answered) {
        queue.settle(answered);
        var arrived = answered.stream()
                .filter(settlement -> settlement.answer().outcome() == AttemptOutcome.ACCEPTED)
                .map(Settlement::claimed)
                .filter(claimed -> claimed.letter().isAboutMeeting())
                .map(Claimed::id)
                .toList();
        if (!arrived.isEmpty()) {
            accepted.fire(new LettersAccepted(arrived));
        }
    }

    private void renew() {
        if (underWay.isEmpty() || System.nanoTime() < nextRenewal) {
            return;
        }
        nextRenewal = System.nanoTime() + RENEWAL.toNanos();
        try {
            queue.renew(underWay.messages());
        } catch (StorageFailed e) {
            // The answers are worth more than the lease: they still count when it was lost.
            LOG.warn("leases could not be renewed");
        }
    }
}
