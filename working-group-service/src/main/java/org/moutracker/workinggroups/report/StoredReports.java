package org.moutracker.workinggroups.report;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** The reports that were handed in, which are only ever added. */
@ApplicationScoped
public class StoredReports {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String COLUMNS =
            "id, working_group_id, year, serial, agreement_id, from_day, to_day, duty, written_at, written_by";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    StoredReports(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * How far a group has reported as its terms ask for it.
     *
     * @param duties how many of these reports there are
     * @param until the last day that they cover
     */
    record Covered(int duties, @Nullable LocalDate until) {}

    /** The next number of a group in a year; the group is locked. */
    int nextSerial(UUID group, int year) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT coalesce(max(serial), 0) + 1 FROM group_report WHERE working_group_id = ? AND year = ?")) {
            select.setObject(1, group);
            select.setInt(2, year);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot number a report", e);
        }
    }

    Covered covered(UUID group) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT coalesce(max(duty), 0), max(to_day) FROM group_report
                        WHERE working_group_id = ? AND duty IS NOT NULL
                        """)) {
            select.setObject(1, group);
            try (var row = select.executeQuery()) {
                row.next();
                return new Covered(row.getInt(1), row.getObject(2, LocalDate.class));
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read how far a group has reported", e);
        }
    }

    @Transactional(MANDATORY)
    void add(StoredReport report, int year, int serial) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO group_report (" + COLUMNS
                        + ", content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)")) {
            insert.setObject(1, report.id());
            insert.setObject(2, report.workingGroupId());
            insert.setInt(3, year);
            insert.setInt(4, serial);
            insert.setObject(5, report.agreementId(), java.sql.Types.OTHER);
            insert.setObject(6, report.from());
            insert.setObject(7, report.to());
            insert.setObject(8, report.duty(), java.sql.Types.INTEGER);
            insert.setObject(9, report.writtenAt().atOffset(UTC));
            insert.setString(10, report.writtenBy());
            insert.setString(11, json.writeValueAsString(report.content()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep a report", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a report", e);
        }
    }

    /** A page of those of a group, the oldest first. */
    @Transactional
    List<StoredReport.Summary> page(UUID group, @Nullable UUID after, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT " + COLUMNS
                        + " FROM group_report WHERE working_group_id = ? AND id > ? ORDER BY id LIMIT ?")) {
            select.setObject(1, group);
            select.setObject(2, after == null ? FIRST : after);
            select.setInt(3, rows);
            return summaries(select);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the reports of a group", e);
        }
    }

    /** The last ones of a group, the newest first. */
    @Transactional
    public List<StoredReport.Summary> latest(UUID group, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT " + COLUMNS
                        + " FROM group_report WHERE working_group_id = ? ORDER BY year DESC, serial DESC LIMIT ?")) {
            select.setObject(1, group);
            select.setInt(2, rows);
            return summaries(select);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read the last reports of a group", e);
        }
    }

    @Transactional
    Optional<StoredReport> find(UUID group, UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT " + COLUMNS + ", content FROM group_report WHERE working_group_id = ? AND id = ?")) {
            select.setObject(1, group);
            select.setObject(2, id);
            return whole(select);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a report", e);
        }
    }

    /** The one of that number. */
    @Transactional
    public Optional<StoredReport> find(UUID group, int year, int serial) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT " + COLUMNS
                        + ", content FROM group_report WHERE working_group_id = ? AND year = ? AND serial = ?")) {
            select.setObject(1, group);
            select.setInt(2, year);
            select.setInt(3, serial);
            return whole(select);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a report by its number", e);
        }
    }

    private Optional<StoredReport> whole(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(whole(summary(row), json.readValue(row.getString("content"), GroupReport.class)))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report cannot be read", e);
        }
    }

    private static List<StoredReport.Summary> summaries(PreparedStatement select) throws SQLException {
        var found = new ArrayList<StoredReport.Summary>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                found.add(summary(row));
            }
        }
        return found;
    }

    private static StoredReport.Summary summary(ResultSet row) throws SQLException {
        return new StoredReport.Summary(
                row.getObject("id", UUID.class),
                row.getObject("working_group_id", UUID.class),
                StoredReport.number(row.getInt("year"), row.getInt("serial")),
                row.getObject("agreement_id", UUID.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("duty", Integer.class),
                row.getTimestamp("written_at").toInstant(),
                row.getString("written_by"));
    }

    private static StoredReport whole(StoredReport.Summary summary, GroupReport content) {
        return new StoredReport(
                summary.id(),
                summary.workingGroupId(),
                summary.number(),
                summary.agreementId(),
                summary.from(),
                summary.to(),
                summary.duty(),
                summary.writtenAt(),
                summary.writtenBy(),
                content);
    }
}
