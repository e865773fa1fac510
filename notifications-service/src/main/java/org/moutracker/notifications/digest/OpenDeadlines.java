package org.moutracker.notifications.digest;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.DigestContent.Item;
import org.moutracker.notifications.plan.Addressee;
import org.moutracker.notifications.plan.Outlook;
import org.moutracker.notifications.plan.Plans;
import org.moutracker.notifications.plan.Situation;
import org.moutracker.notifications.plan.Situations;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The deadlines that are open for people, in a handful of queries however many people there are. */
@ApplicationScoped
class OpenDeadlines {

    /** Only what ends soon is read; instants are kept as texts that sort like them. */
    private static final String COMING = """
            SELECT deadline.id FROM deadline
            WHERE deadline.status = 'ACTIVE'
              AND (deadline.state ->> 'dueAt') COLLATE "C" > ? AND (deadline.state ->> 'dueAt') COLLATE "C" <= ?
              AND coalesce(deadline.state ->> 'kind', '') <> 'STAGNATION'
              AND NOT EXISTS (SELECT FROM standing_hold WHERE standing_hold.agreement_id = deadline.agreement_id)
              AND deadline.%s
            """;

    private static final String OF_GROUPS =
            COMING.formatted("working_group_id = ANY (ARRAY(SELECT group_id FROM member WHERE person_id = ANY (?)))");

    private static final String OF_AGREEMENTS = COMING.formatted("""
            agreement_id = ANY (ARRAY(
                SELECT agreement_id FROM officer WHERE person_id = ANY (?)
                UNION ALL
                SELECT agreement.id FROM contact_point
                JOIN agreement ON agreement.organizations @> ARRAY[contact_point.organization_id]
                WHERE contact_point.person_id = ANY (?)))
            """);

    private final Sql sql;
    private final Plans plans;
    private final Situations situations;

    OpenDeadlines(Sql sql, Plans plans, Situations situations) {
        this.sql = sql;
        this.plans = plans;
        this.situations = situations;
    }

    /** What is known around these deadlines. */
    Map<UUID, Situation> around(Collection<UUID> deadlines) {
        return situations.of(plans.find(deadlines)).stream()
                .collect(toMap(situation -> situation.plan().deadlineId(), situation -> situation));
    }

    /** Somebody and a deadline. */
    private record Pair(UUID recipientId, UUID deadlineId) {}

    /** Those of which somebody had, or is about to get, a mail of its own since his last digest: nothing is told twice. */
    private Set<Pair> toldAlone(Collection<UUID> recipients, Collection<UUID> deadlines) {
        return Set.copyOf(sql.query(
                """
                SELECT DISTINCT alert.recipient_id, alert.deadline_id
                FROM alert JOIN delivery ON delivery.alert_id = coalesce(alert.notice_id, alert.id)
                WHERE alert.deadline_id = ANY (?) AND alert.recipient_id = ANY (?)
                  AND delivery.state <> 'CLOSED' AND delivery.waits_until IS DISTINCT FROM 'infinity'
                  AND alert.fired_at > coalesce(
                      (SELECT max(written_at) FROM digest WHERE digest.recipient_id = alert.recipient_id), '-infinity')
                """,
                row -> new Pair(row.getObject("recipient_id", UUID.class), row.getObject("deadline_id", UUID.class)),
                Column.ids(deadlines),
                Column.ids(recipients)));
    }

    /**
     * What these people have to see to, as whoever reminds them works it out, and that ends before their next digest.
     *
     * @param until by person, when that comes
     */
    Map<UUID, Map<UUID, Item>> coming(Map<UUID, Instant> until, Instant now) {
        if (until.isEmpty()) {
            return Map.of();
        }
        var people = Column.ids(until.keySet());
        var latest = until.values().stream().max(Instant::compareTo).orElseThrow();
        var ids = sql.query(
                OF_GROUPS + " UNION " + OF_AGREEMENTS,
                row -> row.getObject("id", UUID.class),
                now.toString(),
                latest.toString(),
                people,
                now.toString(),
                latest.toString(),
                people,
                people);
        var toldAlone = toldAlone(until.keySet(), ids);
        var coming = new HashMap<UUID, Map<UUID, Item>>();
        around(ids).forEach((deadline, situation) -> {
            for (var addressee : Outlook.seeingTo(situation, now)) {
                var end = until.get(addressee.id());
                var due = situation.deadline().due();
                var isComing = end != null
                        && due != null
                        && due.at().isAfter(now)
                        && !due.at().isAfter(end);
                if (isComing && !toldAlone.contains(new Pair(addressee.id(), deadline))) {
                    coming.computeIfAbsent(addressee.id(), one -> new HashMap<>())
                            .put(deadline, item(situation, List.of(addressee)));
                }
            }
        });
        return coming;
    }

    static Item item(Situation situation, List<Addressee> addressees) {
        var deadline = situation.deadline();
        var due = requireNonNull(deadline.due());
        return Item.of(deadline.id(), AlertContent.of(situation, due, addressees), null);
    }
}
