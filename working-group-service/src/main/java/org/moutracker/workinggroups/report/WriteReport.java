package org.moutracker.workinggroups.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

/** Writes how the agreements of a group are carried out, from what is known here. */
@ApplicationScoped
public class WriteReport {

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final ReportDeadlines deadlines;
    private final ReportParts parts;
    private final InstantSource clock;

    WriteReport(
            AgroalDataSource database,
            ObjectMapper json,
            ReportDeadlines deadlines,
            ReportParts parts,
            InstantSource clock) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.deadlines = deadlines;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * As of now.
     *
     * @param from the first day; the day of the establishment, or a year before the last, unless told
     * @param to the last day; today unless told
     * @param agreement to which it is narrowed; null for all that the group sees to
     */
    @Transactional
    public GroupReport of(UUID id, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID agreement) {
        var group = group(id);
        if (agreement != null && !group.agreements().contains(agreement)) {
            throw new InvalidRequest("agreement", "is not one that the group sees to");
        }
        var now = clock.instant();
        var scope = scope(group, from, to, agreement, now);
        return new GroupReport(
                group.line(),
                agreement,
                scope.from(),
                scope.to(),
                now,
                parts.agreements(
                        group.agreements().stream()
                                .filter(one -> agreement == null || one.equals(agreement))
                                .toList(),
                        scope),
                deadlines.deadlines(scope),
                parts.decisions(scope),
                deadlines.actionItems(scope),
                deadlines.meetings(scope),
                group.sides(now),
                group.missing(now));
    }

    private static ReportScope scope(
            ReportedGroup group,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID agreement,
            Instant now) {
        var today = group.parties().stream()
                .map(party -> now.atZone(ZoneId.of(party.zone())).toLocalDate())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (to != null && to.isAfter(today)) {
            throw new InvalidRequest("to", "must not be after today, %s".formatted(today));
        }
        var last = to == null ? today : to;
        var established = group.establishedOn();
        var usual = established == null || established.isAfter(last) ? last.minusYears(1) : established;
        var first = from == null ? usual : from;
        if (first.isAfter(last)) {
            throw new InvalidRequest("from", "must not be after %s, the last day".formatted(last));
        }
        return new ReportScope(group.id(), agreement, first, last, now);
    }

    private ReportedGroup group(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT jsonb_build_object('id', id, 'name', name, 'status', status,
                            'establishedOn', established_on, 'agreements', to_jsonb(agreements), 'parties', parties,
                            'composition', composition, 'members', members)
                        FROM working_group WHERE id = ?
                        """)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("working group");
                }
                return json.readValue(row.getString(1), ReportedGroup.class);
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a group for its report", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored group cannot be read", e);
        }
    }
}
