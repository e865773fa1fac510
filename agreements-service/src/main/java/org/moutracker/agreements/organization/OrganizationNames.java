package org.moutracker.agreements.organization;

import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.platform.messaging.StorageFailed;

/** All names of all organizations, folded: those of now and those of before. */
@ApplicationScoped
class OrganizationNames {

    /** From which similarity of trigrams on (0 to 1) two names are alike; RATIONALE.md says how it was chosen. */
    static final double ALIKE = 0.5;

    private static final int MOST = 50;

    private final AgroalDataSource database;

    OrganizationNames(AgroalDataSource database) {
        this.database = database;
    }

    /** A name of an organization that is like one that was asked for. */
    record Alike(UUID organization, String name, double similarity) {}

    void keep(Collection<Organization> organizations) {
        keep(organizations.stream()
                .collect(toMap(
                        Organization::id,
                        organization -> Stream.concat(
                                        Stream.of(organization.name()), organization.otherNames().stream())
                                .toList(),
                        (one, same) -> one)));
    }

    /** Adds names to what each of these is known by; none is ever taken away. */
    void keep(Map<UUID, List<String>> names) {
        try (var connection = database.getConnection()) {
            keep(connection, names);
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep names of organizations", e);
        }
    }

    static void keep(Connection connection, Map<UUID, List<String>> names) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO organization_name (organization_id, folded, name)
                VALUES (?, ?, ?) ON CONFLICT (organization_id, folded) DO NOTHING
                """)) {
            for (var organization : names.entrySet()) {
                for (var name : organization.getValue()) {
                    insert.setObject(1, organization.getKey());
                    insert.setString(2, FoldedName.of(name));
                    insert.setString(3, name);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** An organization that others may be the same as. */
    record Wanted(UUID organization, String country, Collection<String> names) {}

    /**
     * For each that is wanted the others with a name that is like one of its own, with the most similar one; those of its
     * country first. All in one statement.
     */
    Map<UUID, List<Alike>> alike(Collection<Wanted> all) {
        try (var connection = database.getConnection()) {
            setThreshold(connection);
            try (var select = connection.prepareStatement("""
                    SELECT wanted, organization_id, name, score FROM (
                        SELECT alike.*, row_number() OVER (
                            PARTITION BY wanted ORDER BY organization.country = alike.country DESC, score DESC, organization_id)
                            AS place
                        FROM (
                            SELECT DISTINCT ON (wanted.id, known.organization_id) wanted.id AS wanted, wanted.country,
                                known.organization_id, known.name, similarity(known.folded, wanted.folded) AS score
                            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS wanted (id, country, folded)
                            JOIN organization_name AS known
                              ON known.folded % wanted.folded AND known.organization_id <> wanted.id
                            ORDER BY wanted.id, known.organization_id, score DESC) AS alike
                        JOIN organization ON organization.id = organization_id) AS placed
                    WHERE place <= ? ORDER BY wanted, place
                    """)) {
                var names = all.stream()
                        .flatMap(wanted -> wanted.names().stream()
                                .map(FoldedName::of)
                                .filter(folded -> !folded.isEmpty())
                                .map(folded -> List.of(wanted.organization().toString(), wanted.country(), folded)))
                        .toList();
                for (var i = 0; i < 3; i++) {
                    var column = i;
                    select.setArray(
                            i + 1,
                            connection.createArrayOf(
                                    "text",
                                    names.stream().map(name -> name.get(column)).toArray()));
                }
                select.setInt(4, MOST);
                return read(select);
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot compare names of organizations", e);
        }
    }

    private static Map<UUID, List<Alike>> read(PreparedStatement select) throws SQLException {
        var alike = new HashMap<UUID, List<Alike>>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                alike.computeIfAbsent(row.getObject("wanted", UUID.class), _ -> new ArrayList<>())
                        .add(new Alike(
                                row.getObject("organization_id", UUID.class),
                                row.getString("name"),
                                row.getDouble("score")));
            }
        }
        return alike;
    }

    // For this transaction alone: the operator that the index knows takes its threshold from a setting.
    private static void setThreshold(Connection connection) throws SQLException {
        try (var set = connection.prepareStatement("SELECT set_config('pg_trgm.similarity_threshold', ?, true)")) {
            set.setString(1, String.valueOf(ALIKE));
            set.execute();
        }
    }
}
