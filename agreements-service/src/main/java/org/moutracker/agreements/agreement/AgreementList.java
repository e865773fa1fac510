package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.paging.Count;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.paging.Where;
import org.moutracker.timerules.PartialDate;

/** Reads lists of agreements, a page in one statement. */
@ApplicationScoped
class AgreementList {

    private static final String PAGE = """
            SELECT id, version, reference, title, type, bindingness, status, parties, areas, initiatives,
                   facts ->> 'SIGNATURE' AS signed_on, facts ->> 'EXPIRY' AS expires_on, entered_into_force_on,
                   signed_sort, in_force_sort, registered_at, changed_at
            FROM agreement""";

    private static final TypeReference<Map<String, String>> TITLE = new TypeReference<>() {};
    private static final TypeReference<List<Party>> PARTIES = new TypeReference<>() {};
    private static final TypeReference<List<Area>> AREAS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectReader json;

    AgreementList(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        // A row may be from a newer release.
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    List<AgreementSummary.Row> page(AgreementFilter filter, AgreementSort sort, @Nullable Cursor after, int rows) {
        try (var connection = database.getConnection()) {
            var where = where(connection, filter);
            if (after != null) {
                where.and(sort.beyond(), sort.place(after));
            }
            try (var select = Where.plannedForItsValues(
                    connection, PAGE + where.sql() + " ORDER BY " + sort.order() + " LIMIT ?")) {
                select.setInt(where.bind(select, 1), rows);
                return read(select);
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot list agreements", e);
        }
    }

    Count count(AgreementFilter filter) {
        try (var connection = database.getConnection()) {
            var where = where(connection, filter);
            try (var select = Where.plannedForItsValues(
                    connection, "SELECT count(*) FROM (SELECT FROM agreement" + where.sql() + " LIMIT ?) AS found")) {
                select.setInt(where.bind(select, 1), Count.MOST + 1);
                try (var row = select.executeQuery()) {
                    row.next();
                    return Count.of(row.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot count agreements", e);
        }
    }

    private static Where where(Connection connection, AgreementFilter filter) throws SQLException {
        var where = new Where();
        if (!filter.statuses().isEmpty()) {
            where.and("status = ANY (?)", (Object) AgreementFilter.names(filter.statuses()));
        } else if (!filter.voided()) {
            where.and("status <> ?", AgreementStatus.VOIDED.name());
        }
        if (filter.draftsOf() != null) {
            where.and("(status <> 'DRAFT' OR ? = ANY (party_codes))", filter.draftsOf());
        }
        var tags = filter.allTags();
        if (tags.length > 0) {
            where.and("tags @> ?", (Object) tags);
        }
        if (filter.types().size() > 1) {
            where.and("tags && ?", (Object)
                    filter.types().stream().map(Trait.TYPE::of).toArray(String[]::new));
        }
        days(connection, where, "signed", filter.signed());
        days(connection, where, "in_force", filter.inForce());
        if (filter.registered().from() != null) {
            where.and(
                    "registered_at >= ?",
                    filter.registered().from().atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        if (filter.registered().until() != null) {
            where.and(
                    "registered_at < ?",
                    filter.registered()
                            .until()
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
        }
        if (filter.officer() != null) {
            where.and(
                    "id IN (SELECT agreement_id FROM assignment WHERE subject = ? AND role <> 'FOLLOWER' AND since <= ?"
                            + " AND (until IS NULL OR until >= ?))",
                    filter.officer().subject(),
                    filter.officer().on(),
                    filter.officer().on());
        }
        if (filter.words() != null) {
            where.and(
                    RareWords.are(connection, filter.words())
                            ? "id = ANY (ARRAY(SELECT id FROM agreement WHERE words @@ cast(? AS tsquery)))"
                            : "words @@ cast(? AS tsquery)",
                    filter.words());
        }
        return where;
    }

    /** Those whose day can lie in a range: it is not over before the range begins, and does not begin after its end. */
    private static void days(Connection connection, Where where, String day, DayRange range) throws SQLException {
        if (range.isOpen()) {
            return;
        }
        if (range.until() != null) {
            where.and(day + "_sort <= ?", range.until());
        }
        where.and(day + "_sort > ?", Listing.UNKNOWN);
        if (range.from() != null) {
            where.and(day + "_last >= ?", range.from());
            // Follows from the rest, and says in the order of the index where to begin.
            where.and(day + "_sort >= ?", beginning(connection, day, range.from()));
        }
    }

    /** The first day of those that are known in part, began before a day, and can lie after it; else that day. */
    private static LocalDate beginning(Connection connection, String day, LocalDate from) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT min(%1$s_sort) FROM agreement
                WHERE %1$s_last > %1$s_sort AND %1$s_sort < ? AND %1$s_last >= ?
                """.formatted(day))) {
            select.setObject(1, from);
            select.setObject(2, from);
            try (var row = select.executeQuery()) {
                row.next();
                var first = row.getObject(1, LocalDate.class);
                return first == null ? from : first;
            }
        }
    }

    private List<AgreementSummary.Row> read(PreparedStatement select) throws SQLException {
        var rows = new ArrayList<AgreementSummary.Row>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private AgreementSummary.Row row(ResultSet row) throws SQLException {
        return new AgreementSummary.Row(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("reference"),
                read(row.getString("title"), TITLE),
                AgreementType.valueOf(row.getString("type")),
                Bindingness.valueOf(row.getString("bindingness")),
                AgreementStatus.valueOf(row.getString("status")),
                read(row.getString("parties"), PARTIES),
                read(row.getString("areas"), AREAS),
                read(row.getString("initiatives"), NAMES),
                day(row.getString("signed_on")),
                day(row.getString("expires_on")),
                row.getObject("entered_into_force_on", LocalDate.class),
                row.getObject("signed_sort", LocalDate.class),
                row.getObject("in_force_sort", LocalDate.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable PartialDate day(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.forType(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a row of agreements", e);
        }
    }
}
