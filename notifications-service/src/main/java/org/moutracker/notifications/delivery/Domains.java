package org.moutracker.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.moutracker.notifications.mail.MailSettings;

/**
 * How much may go where now, as this process sees it: the domains that are left alone, those that have enough under way,
 * and the rates that were set. It belongs to the thread that claims, but for the slots.
 */
@ApplicationScoped
class Domains {

    // As many as keep all connections busy; whoever answers slowly holds no more messages than that.
    static final int MOST_UNDER_WAY = 50;

    private final MailSettings settings;
    private final LongSupplier nanos;
    private final Map<String, Domain> known = new ConcurrentHashMap<>();
    private final Allowance relay;

    @Inject
    Domains(MailSettings settings) {
        this(settings, System::nanoTime);
    }

    Domains(MailSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.relay = Allowance.of(settings.rate(), nanos.getAsLong());
    }

    Domain of(String mailbox) {
        return known.computeIfAbsent(
                Domain.of(mailbox),
                domain -> new Domain(
                        Allowance.of(settings.domainRate(), nanos.getAsLong()),
                        Math.max(1, settings.connections() * 3 / 4)));
    }

    /** Domains for which nothing is to be claimed now. */
    List<String> shut() {
        var now = nanos.getAsLong();
        return known.entrySet().stream()
                .filter(domain -> domain.getValue().isShut(now) || isBusy(domain.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that refuse, and for how long they are left alone. */
    Map<String, Duration> leftAlone() {
        var now = nanos.getAsLong();
        var alone = new HashMap<String, Duration>();
        known.forEach((name, domain) -> domain.leftAloneFor(now).ifPresent(left -> alone.put(name, left)));
        return alone;
    }

    /** How many messages are under way to domains that have no need of more. */
    int stuck() {
        return known.values().stream()
                .filter(Domains::isBusy)
                .mapToInt(Domain::underWay)
                .sum();
    }

    private static boolean isBusy(Domain domain) {
        return domain.underWay() >= MOST_UNDER_WAY;
    }

    /** How many the mail server is to be given now, of so many. */
    int allowed(int wanted) {
        return Math.min(wanted, relay.available(nanos.getAsLong()));
    }

    /** Takes a claimed message, or says how long it has to wait. */
    Optional<Duration> admit(Claimed claimed) {
        var wait = of(claimed.letter().mailbox()).admit(nanos.getAsLong());
        if (wait.isEmpty()) {
            var unused = relay.take(nanos.getAsLong());
        }
        return wait;
    }

    /** Takes back that a message was admitted. */
    void withdraw(Claimed claimed) {
        of(claimed.letter().mailbox()).withdraw();
    }

    void answered(Settlement settlement) {
        var domain = of(settlement.claimed().letter().mailbox());
        if (isOurs(settlement.answer())) {
            domain.withdraw();
        } else {
            domain.answered(settlement.answer().outcome(), nanos.getAsLong());
        }
    }

    /** What could not even be written, or has an address that is none, was refused by nobody. */
    private static boolean isOurs(Answer answer) {
        return switch (answer.outcome()) {
            case DEFERRED, REFUSED -> answer.reply() == null;
            case ACCEPTED, UNREACHABLE, UNKNOWN -> false;
        };
    }
}
