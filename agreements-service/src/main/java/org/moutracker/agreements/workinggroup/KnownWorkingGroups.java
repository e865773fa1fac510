package org.moutracker.agreements.workinggroup;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.heard.Heard;
import org.moutracker.agreements.workinggroup.WorkingGroupEvents.WorkingGroup;
import org.moutracker.platform.messaging.Received;

/** What has been heard of working groups, and when it held. */
@ApplicationScoped
public class KnownWorkingGroups {

    private static final String CLOSE = """
            UPDATE known_working_group AS known SET until = greatest(known.since, news.since)
            FROM jsonb_to_recordset(?::jsonb) AS news (id uuid, since timestamptz)
            WHERE known.id = news.id AND known.until IS NULL
            """;

    private static final String OPEN = """
            INSERT INTO known_working_group (id, version, since, agreements, name, status, established_on, missing)
            SELECT id, version, since, agreements, name, status, established_on, missing
            FROM jsonb_to_recordset(?::jsonb) AS news (id uuid, version bigint, since timestamptz, agreements uuid[],
                name text, status text, established_on date, missing jsonb)
            ON CONFLICT (id, version) DO UPDATE SET until = NULL
            """;

    private static final String THEN = """
            SELECT id, name, status, established_on, jsonb_array_length(missing) AS missing, since FROM known_working_group
            WHERE agreements @> ARRAY[?::uuid] AND since <= ? AND (until IS NULL OR until > ?) ORDER BY id
            """;

    private final Heard heard;

    KnownWorkingGroups(Heard heard) {
        this.heard = heard;
    }

    void keep(List<Received<WorkingGroup>> news) {
        heard.keep(CLOSE, OPEN, news.stream().map(KnownWorkingGroups::row).toList());
    }

    private static Map<String, @Nullable Object> row(Received<WorkingGroup> received) {
        var group = requireNonNull(received.state(), "a working group is never erased");
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", group.id());
        row.put("version", group.version());
        row.put("since", received.time());
        row.put("agreements", group.agreements());
        row.put("name", group.name());
        row.put("status", group.status());
        row.put("established_on", group.establishedOn());
        row.put("missing", group.missing());
        return row;
    }

    /** Those that an agreement had then. */
    public List<KnownWorkingGroup> of(UUID agreement, Instant then) {
        return heard.then(
                THEN,
                agreement,
                then,
                row -> new KnownWorkingGroup(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("status"),
                        row.getObject("established_on", LocalDate.class),
                        row.getInt("missing")));
    }
}
