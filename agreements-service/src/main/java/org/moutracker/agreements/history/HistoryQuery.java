package org.moutracker.agreements.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.access.OwnSide;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Role;

/** What somebody wants to read of a history, and may. */
final class HistoryQuery {

    private final List<String> where = new ArrayList<>(List.of("agreement_id = ?"));
    private final List<Object> values = new ArrayList<>();
    private final boolean newestFirst;

    /** Begins with what the caller may see: nothing of a document that he may not see. */
    HistoryQuery(Caller caller, OwnSide side, boolean newestFirst) {
        this.newestFirst = newestFirst;
        if (!caller.is(Role.AUDITOR)) {
            side.party()
                    .ifPresentOrElse(
                            party -> add("(readers IS NULL OR ? = ANY (readers))", party), () -> where.add("staff"));
        }
    }

    HistoryQuery of(@Nullable HistoryKind kind, @Nullable String field) {
        if (kind != null || field != null) {
            var conditions = new ArrayList<String>();
            if (kind != null) {
                conditions.add("@.kind == $kind");
            }
            if (field != null) {
                conditions.add("exists(@.fields[*].field ? (@ == $field || @ starts with $prefix))");
            }
            where.add("jsonb_path_exists(changes, '$[*] ? (" + String.join(" && ", conditions) + ")', "
                    + "jsonb_build_object('kind', ?::text, 'field', ?::text, 'prefix', ?::text))");
            values.add(kind == null ? "" : kind.name());
            values.add(field == null ? "" : field);
            values.add(field + ".");
        }
        return this;
    }

    private void add(String condition, Object value) {
        where.add(condition);
        values.add(value);
    }

    HistoryQuery by(@Nullable String actor) {
        if (actor != null) {
            add("actor = ?", actor);
        }
        return this;
    }

    HistoryQuery between(@Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            add("at >= ?", from.atOffset(ZoneOffset.UTC));
        }
        if (to != null) {
            add("at < ?", to.atOffset(ZoneOffset.UTC));
        }
        return this;
    }

    HistoryQuery beyond(@Nullable UUID entry) {
        if (entry != null) {
            add(newestFirst ? "id < ?" : "id > ?", entry);
        }
        return this;
    }

    String sql() {
        return "SELECT id, at, actor, reason, origin, changes FROM agreement_history WHERE "
                + String.join(" AND ", where)
                + " ORDER BY id"
                + (newestFirst ? " DESC" : "")
                + " LIMIT ?";
    }

    /** In the order in which the statement asks for them; how many rows comes last. */
    List<Object> values(UUID agreement) {
        var all = new ArrayList<Object>(List.of(agreement));
        all.addAll(values);
        return all;
    }
}
