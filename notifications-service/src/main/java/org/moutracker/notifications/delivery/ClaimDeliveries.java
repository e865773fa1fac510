package org.moutracker.notifications.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.moutracker.notifications.mail.ComposeMail;
import org.moutracker.notifications.mail.Mails;
import org.moutracker.notifications.sql.Column;

/** Claims what is due and may go now, wherever it may go, in one transaction. */
@ApplicationScoped
class ClaimDeliveries {

    private final DeliveryQueue alerts;
    private final LetterQueue letters;
    private final VerificationQueue verifications;
    private final ReturnedQueue returned;
    private final DoneNoticeQueue doneNotices;
    private final DigestQueue digests;
    private final Domains domains;
    private final ComposeMail compose;
    private final InstantSource clock;

    // It belongs to the thread that claims.
    private final List<Claimed> admitted = new ArrayList<>();

    ClaimDeliveries(
            DeliveryQueue alerts,
            LetterQueue letters,
            VerificationQueue verifications,
            ReturnedQueue returned,
            DoneNoticeQueue doneNotices,
            DigestQueue digests,
            Domains domains,
            ComposeMail compose,
            InstantSource clock) {
        this.alerts = alerts;
        this.letters = letters;
        this.verifications = verifications;
        this.returned = returned;
        this.doneNotices = doneNotices;
        this.digests = digests;
        this.domains = domains;
        this.compose = compose;
        this.clock = clock;
    }

    /** A message that is ours to send, and what writes it. */
    record Ready(Claimed claimed, Mails mails) {}

    /** At most so many. */
    List<Ready> claim(int most) {
        var limit = domains.allowed(most);
        if (limit == 0) {
            return List.of();
        }
        admitted.clear();
        try {
            return QuarkusTransaction.requiringNew().call(() -> claimed(limit));
        } catch (RuntimeException e) {
            // Nothing was claimed after all.
            admitted.forEach(domains::withdraw);
            throw e;
        }
    }

    /** If the names cannot be looked up now, nothing was claimed. */
    private List<Ready> claimed(int limit) {
        alerts.readInOrder();
        alerts.postpone(domains.leftAlone());
        admit(due(limit, Column.texts(domains.shut())));
        var mails = compose.together(admitted.stream().map(Claimed::letter).toList());
        return admitted.stream().map(one -> new Ready(one, mails)).toList();
    }

    /** Links and letters first and not all together, so that none of them nor alerts wait for the end of the others. */
    private List<Claimed> due(int limit, Column shut) {
        var now = clock.instant();
        var due = new ArrayList<>(verifications.claim(now, Math.max(1, limit / 4), shut));
        if (due.size() < limit) {
            due.addAll(letters.claim(now, Math.max(1, limit / 4), shut));
        }
        if (due.size() < limit) {
            due.addAll(returned.claim(Math.max(1, limit / 10), shut));
        }
        if (due.size() < limit) {
            due.addAll(doneNotices.claim(Math.max(1, limit / 10), shut));
        }
        if (due.size() < limit) {
            due.addAll(digests.claim(Math.max(1, limit / 4), shut));
        }
        if (due.size() < limit) {
            due.addAll(alerts.claim(now, limit - due.size(), shut));
        }
        return due;
    }

    private void admit(List<Claimed> due) {
        var early = new ArrayList<DeliveryQueue.Early>();
        for (var one : due) {
            domains.admit(one)
                    .ifPresentOrElse(wait -> early.add(new DeliveryQueue.Early(one, wait)), () -> admitted.add(one));
        }
        if (!early.isEmpty()) {
            alerts.giveBack(early);
        }
    }
}
