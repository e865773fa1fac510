package org.moutracker.notifications.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.moutracker.notifications.recipient.AddressesChanged;
import org.moutracker.platform.problem.RuleViolated;

/** Asks people whether mails reach them: by itself at each new address, and again when somebody wants it. */
@ApplicationScoped
class AskForAddresses {

    private static final Duration DAY = Duration.ofDays(1);

    private final Links links;
    private final VerificationSettings settings;

    AskForAddresses(Links links, VerificationSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    void on(@Observes AddressesChanged changed) {
        links.send(changed.ids(), null);
    }

    /** Who has not answered is not asked without end. */
    void again(Address address, String by) {
        address.requireUnverified();
        var sent = links.sentWithin(address.recipientId(), DAY);
        var first = sent.first();
        if (first != null && sent.times() >= settings.mailsADay()) {
            throw new RuleViolated("at most %d verification mails a day go to one person; the next can be sent from %s"
                    .formatted(settings.mailsADay(), first.plus(DAY)));
        }
        links.send(List.of(address.recipientId()), by);
    }
}
