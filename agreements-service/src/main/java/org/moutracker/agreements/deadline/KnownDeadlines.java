package org.moutracker.agreements.deadline;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.deadline.DeadlineEvents.Deadline;
import org.moutracker.agreements.heard.Heard;
import org.moutracker.platform.messaging.Received;

/** What has been heard of deadlines, and when it held. */
@ApplicationScoped
public class KnownDeadlines {

    private static final String CLOSE = """
            UPDATE known_deadline AS known SET until = greatest(known.since, news.since)
            FROM jsonb_to_recordset(?::jsonb) AS news (id uuid, since timestamptz)
            WHERE known.id = news.id AND known.until IS NULL
            """;

    private static final String OPEN = """
            INSERT INTO known_deadline (id, version, since, agreement_id, working_group_id, commitment_id, kind, title,
                status, last_day, due_at, met_on)
            SELECT id, version, since, agreement_id, working_group_id, commitment_id, kind, title, status, last_day, due_at,
                met_on
            FROM jsonb_to_recordset(?::jsonb) AS news (id uuid, version bigint, since timestamptz, agreement_id uuid,
                working_group_id uuid, commitment_id uuid, kind text, title text, status text, last_day date,
                due_at timestamptz, met_on date)
            ON CONFLICT (id, version) DO UPDATE SET until = NULL
            """;

    private static final String THEN = """
            SELECT id, commitment_id, kind, title, status, last_day, due_at, met_on FROM known_deadline
            WHERE agreement_id = ? AND since <= ? AND (until IS NULL OR until > ?) ORDER BY due_at NULLS LAST, id
            """;

    private final Heard heard;

    KnownDeadlines(Heard heard) {
        this.heard = heard;
    }

    void keep(List<Received<Deadline>> news) {
        heard.keep(CLOSE, OPEN, news.stream().map(KnownDeadlines::row).toList());
    }

    private static Map<String, @Nullable Object> row(Received<Deadline> received) {
        var deadline = requireNonNull(received.state());
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", deadline.id());
        row.put("version", deadline.version());
        row.put("since", received.time());
        row.put("agreement_id", deadline.agreementId());
        row.put("working_group_id", deadline.workingGroupId());
        row.put("commitment_id", deadline.commitmentId());
        row.put("kind", deadline.kind());
        row.put("title", deadline.title());
        row.put("status", deadline.status());
        row.put("last_day", deadline.lastDay());
        row.put("due_at", deadline.dueAt());
        row.put("met_on", deadline.metOn());
        return row;
    }

    /** Those of an agreement as they stood then, the next first. */
    public List<KnownDeadline> of(UUID agreement, Instant then) {
        return heard.then(
                THEN,
                agreement,
                then,
                row -> new KnownDeadline(
                        row.getObject("id", UUID.class),
                        row.getObject("commitment_id", UUID.class),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("status"),
                        row.getObject("last_day", java.time.LocalDate.class),
                        Heard.instant(row, "due_at"),
                        row.getObject("met_on", java.time.LocalDate.class)));
    }
}
