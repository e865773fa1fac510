package org.moutracker.notifications.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.ComposeMail;
import org.moutracker.notifications.mail.Mail;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.time.Loop;

/**
 * Sends what is due: claimed in one transaction, sent outside of any, settled in another. Two commits a batch, and
 * never a database transaction that waits for a mail server.
 */
@ApplicationScoped
class SendDeliveries {

    private static final Logger LOG = Logger.getLogger(SendDeliveries.class);
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final Duration TIDYING = Duration.ofSeconds(1);
    private static final Duration RENEWAL = Duration.ofSeconds(4);
    private static final Duration WHILE_UNREACHABLE = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final DeliveryQueue queue;
    private final LetterQueue letters;
    private final VerificationQueue verifications;
    private final WaitForAddress waiting;
    private final HeldDeliveries held;
    private final ComposeMail compose;
    private final MailRelay relay;
    private final DeliveryMetrics metrics;
    private final Event<LettersAccepted> accepted;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());

    private @Nullable Loop sending;
    private @Nullable Loop tidying;

    // These belong to the sending loop's thread alone.
    private List<Settlement> unsettled = List.of();
    private boolean reachable = true;
    private long nextQuestion;

    SendDeliveries(
            DeliveryQueue queue,
            LetterQueue letters,
            VerificationQueue verifications,
            WaitForAddress waiting,
            HeldDeliveries held,
            ComposeMail compose,
            MailRelay relay,
            DeliveryMetrics metrics,
            Event<LettersAccepted> accepted,
            InstantSource clock) {
        this.queue = queue;
        this.letters = letters;
        this.verifications = verifications;
        this.waiting = waiting;
        this.held = held;
        this.compose = compose;
        this.relay = relay;
        this.metrics = metrics;
        this.accepted = accepted;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        tidying = Loop.start("delivery-leases", TIDYING, this::tidy);
        sending = Loop.start("deliveries", IDLE, this::send);
    }

    void stop(@Observes ShutdownEvent event) {
        for (var loop : new @Nullable Loop[] {sending, tidying}) {
            if (loop != null) {
                loop.close();
            }
        }
    }

    private boolean tidy() {
        var lost = QuarkusTransaction.requiringNew().call(queue::loseLeases);
        if (lost > 0) {
            LOG.warnf("%d messages were being sent when their sender stopped; whether they arrived is not known", lost);
        }
        QuarkusTransaction.requiringNew().call(() -> queue.closeUntrue(clock.instant()));
        QuarkusTransaction.requiringNew().call(() -> letters.closeUntrue(clock.instant()));
        QuarkusTransaction.requiringNew().call(() -> verifications.closeUntrue(clock.instant()));
        QuarkusTransaction.requiringNew().call(waiting::putAside);
        QuarkusTransaction.requiringNew().run(held::putAsideAlone);
        relay.dropStale();
        return false;
    }

    private boolean send() throws InterruptedException, ExecutionException {
        settle();
        if (!reachable && System.nanoTime() < nextQuestion) {
            return false;
        }
        var batch = QuarkusTransaction.requiringNew().call(this::claim);
        if (batch.isEmpty()) {
            return false;
        }
        unsettled = await(batch, deliver(batch));
        settle();
        return reachable;
    }

    /** A message that is ours to send: as it will be sent, or what becomes of it since it cannot be. */
    private record Ready(Claimed claimed, @Nullable Mail mail, Answer otherwise) {}

    /** The mails are written before the claim is committed: if the names cannot be looked up now, nothing was claimed. */
    private List<Ready> claim() {
        // While the server is away one message asks for it; the others keep waiting, and go at once when it is back.
        // Links and letters first and never more than half together, so that none of them nor alerts wait for the end
        // of
        // the others.
        var limit = reachable ? BATCH : 1;
        var claimed = new ArrayList<>(verifications.claim(clock.instant(), Math.max(1, limit / 4)));
        if (claimed.size() < limit) {
            claimed.addAll(letters.claim(clock.instant(), Math.max(1, limit / 4)));
        }
        if (claimed.size() < limit) {
            claimed.addAll(queue.claim(clock.instant(), limit - claimed.size()));
        }
        var names = compose.names(claimed.stream().map(Claimed::letter).toList());
        return claimed.stream().map(one -> written(one, names)).toList();
    }

    private Ready written(Claimed claimed, Map<UUID, Recipient> names) {
        try {
            return new Ready(claimed, compose.mail(claimed.letter(), names), Answer.postponed());
        } catch (AddressException e) {
            return new Ready(claimed, null, Answer.unaddressed());
        } catch (RuntimeException e) {
            // One letter must not hold up the others.
            LOG.errorf(e, "delivery %s cannot be written", claimed.id());
            return new Ready(claimed, null, Answer.postponed());
        }
    }

    /** Answers are kept until they are written down, however long the database is away. */
    private void settle() {
        if (!unsettled.isEmpty()) {
            QuarkusTransaction.requiringNew().run(this::writeDown);
            var told = unsettled.stream()
                    .anyMatch(settlement -> settlement.answer().outcome() != AttemptOutcome.UNREACHABLE);
            if (told != reachable) {
                LOG.warn(
                        told
                                ? "the mail server can be reached again"
                                : "the mail server cannot be reached; mails wait");
            }
            reachable = told;
            nextQuestion = System.nanoTime() + WHILE_UNREACHABLE.toNanos();
            unsettled.forEach(metrics::count);
            unsettled = List.of();
        }
    }

    private void writeDown() {
        queue.settle(unsettled);
        var arrived = unsettled.stream()
                .filter(settlement -> settlement.answer().outcome() == AttemptOutcome.ACCEPTED)
                .map(Settlement::claimed)
                .filter(claimed -> claimed.letter().isAboutMeeting())
                .map(Claimed::id)
                .toList();
        if (!arrived.isEmpty()) {
            accepted.fire(new LettersAccepted(arrived));
        }
    }

    private CompletableFuture<List<Settlement>> deliver(List<Ready> batch) {
        var answers = batch.stream()
                .map(ready -> CompletableFuture.supplyAsync(() -> deliver(ready), threads))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> answers.stream().map(CompletableFuture::join).toList());
    }

    private Settlement deliver(Ready ready) {
        var answer = ready.mail() == null ? ready.otherwise() : relay.deliver(ready.mail());
        return Settlement.of(ready.claimed(), answer, backoff);
    }

    private List<Settlement> await(List<Ready> batch, CompletableFuture<List<Settlement>> answers)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return answers.get(RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                renew(batch);
            }
        }
    }

    private void renew(List<Ready> batch) {
        try {
            queue.renew(batch.stream().map(Ready::claimed).toList());
        } catch (StorageFailed e) {
            // The answers are worth more than the lease: they still count when it was lost.
            LOG.warn("leases could not be renewed");
        }
    }
}
