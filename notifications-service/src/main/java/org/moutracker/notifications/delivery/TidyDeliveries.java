package org.moutracker.notifications.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.time.Loop;

/** Takes out of the way of what is due whatever is not true any more or may not leave, and the leases of those who died. */
@ApplicationScoped
class TidyDeliveries {

    private static final Logger LOG = Logger.getLogger(TidyDeliveries.class);
    private static final Duration TIDYING = Duration.ofSeconds(1);

    private final DeliveryQueue alerts;
    private final LetterQueue letters;
    private final VerificationQueue verifications;
    private final ReturnedQueue returned;
    private final DoneNoticeQueue doneNotices;
    private final DigestQueue digests;
    private final WaitForAddress waiting;
    private final HeldDeliveries held;
    private final MailRelay relay;
    private final InstantSource clock;
    private @Nullable Loop tidying;

    TidyDeliveries(
            DeliveryQueue alerts,
            LetterQueue letters,
            VerificationQueue verifications,
            ReturnedQueue returned,
            DoneNoticeQueue doneNotices,
            DigestQueue digests,
            WaitForAddress waiting,
            HeldDeliveries held,
            MailRelay relay,
            InstantSource clock) {
        this.alerts = alerts;
        this.letters = letters;
        this.verifications = verifications;
        this.returned = returned;
        this.doneNotices = doneNotices;
        this.digests = digests;
        this.waiting = waiting;
        this.held = held;
        this.relay = relay;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        tidying = Loop.start("delivery-leases", TIDYING, this::tidy);
    }

    void stop(@Observes ShutdownEvent event) {
        if (tidying != null) {
            tidying.close();
        }
    }

    private boolean tidy() {
        var lost = QuarkusTransaction.requiringNew().call(alerts::loseLeases);
        if (lost > 0) {
            LOG.warnf("%d messages were being sent when their sender stopped; whether they arrived is not known", lost);
        }
        QuarkusTransaction.requiringNew().call(() -> alerts.closeUntrue(clock.instant()));
        QuarkusTransaction.requiringNew().call(() -> letters.closeUntrue(clock.instant()));
        QuarkusTransaction.requiringNew().call(() -> verifications.closeUntrue(clock.instant()));
        QuarkusTransaction.requiringNew().call(returned::closeUntrue);
        QuarkusTransaction.requiringNew().call(doneNotices::closeUntrue);
        QuarkusTransaction.requiringNew().call(digests::closeUntrue);
        QuarkusTransaction.requiringNew().call(waiting::putAside);
        QuarkusTransaction.requiringNew().run(held::putAsideAlone);
        relay.dropStale();
        return false;
    }
}
