package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.deadline.DeadlineLedger;
import org.moutracker.workinggroups.deadline.GroupDeadlines;
import org.moutracker.workinggroups.workinggroup.MandatingAgreements.Mandating;

/** Lets groups rest while all their agreements do, and go on when one of them does. */
@ApplicationScoped
public class FollowGrounds {

    /** Why a group has ended, and why so have its deadlines. */
    static final String MISTAKE = "its agreement was registered by mistake";

    private final WorkingGroupRepository groups;
    private final MandatingAgreements agreements;
    private final GroupLedger ledger;
    private final GroupDeadlines deadlines;
    private final AskRules rules;
    private final InstantSource clock;

    FollowGrounds(
            WorkingGroupRepository groups,
            MandatingAgreements agreements,
            GroupLedger ledger,
            GroupDeadlines deadlines,
            AskRules rules,
            InstantSource clock) {
        this.groups = groups;
        this.agreements = agreements;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Brings the groups of some agreements to what is known of these by now.
     *
     * @param heard the events that say so, by agreement
     */
    @Transactional(MANDATORY)
    public void follow(Map<UUID, ? extends Received<?>> heard) {
        var standing = groups.standingOn(heard.keySet());
        if (standing.isEmpty()) {
            return;
        }
        var known = agreements.of(
                standing.stream().flatMap(group -> group.agreements().stream()).collect(toSet()));
        var next = new HashMap<UUID, Grounds>();
        for (var group : standing) {
            var grounds = Grounds.of(group.agreements().stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .map(Mandating::grounds)
                    .toList());
            if (grounds != group.grounds()) {
                next.put(group.id(), grounds);
            }
        }
        var now = clock.instant();
        var events = new ArrayList<Caused<WorkingGroupEvent>>();
        var ended = new LinkedHashMap<WorkingGroup, Received<?>>();
        for (var group : groups.lockAll(next.keySet())) {
            var cause = group.agreements().stream()
                    .map(heard::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            group.standOn(requireNonNull(next.get(group.id())), now)
                    .ifPresent(event -> events.add(new Caused<>(event, cause)));
            if (group.status().hasEnded()) {
                ended.put(group, requireNonNull(cause, "it has ended because of one of them"));
            }
        }
        ledger.tell(events);
        groups.flush();
        ended.forEach((group, cause) -> {
            deadlines.end(group.id(), MISTAKE, cause);
            rules.about(group, DeadlineLedger.SYSTEM);
        });
    }
}
