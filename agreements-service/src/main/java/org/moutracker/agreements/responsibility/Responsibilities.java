package org.moutracker.agreements.responsibility;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.StorageFailed;

/** Who is responsible for what. One row for each agreement is locked before its officers are touched. */
@ApplicationScoped
class Responsibilities implements PanacheRepositoryBase<Assignment, UUID> {

    private final AgroalDataSource database;

    Responsibilities(AgroalDataSource database) {
        this.database = database;
    }

    /** Locks who is responsible for an agreement, which is known to be there, and counts the change. */
    @Transactional(MANDATORY)
    void lock(UUID agreement) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        INSERT INTO responsibility AS known (agreement_id, version) VALUES (?, 1)
                        ON CONFLICT (agreement_id) DO UPDATE SET version = known.version + 1
                        """)) {
            upsert.setObject(1, agreement);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot lock who is responsible", e);
        }
    }

    List<Assignment> of(UUID agreement) {
        return list("agreementId = ?1 order by id", agreement);
    }

    List<Assignment> page(UUID agreement, @Nullable LocalDate on, @Nullable UUID after, int rows) {
        var where = new ArrayList<>(List.of("agreementId = :agreement"));
        var values = new HashMap<String, Object>();
        values.put("agreement", agreement);
        if (after != null) {
            where.add("id > :after");
            values.put("after", after);
        }
        if (on != null) {
            where.add("since <= :day and (until is null or until >= :day)");
            values.put("day", on);
        }
        return find(String.join(" and ", where) + " order by id", values)
                .page(0, rows)
                .list();
    }

    /** What is to be told of these agreements: those whose time is not over on a day. */
    @Transactional(MANDATORY)
    List<ResponsibleState> states(Collection<UUID> agreements, LocalDate day) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT responsibility.agreement_id, version, person_id, role, since, until
                        FROM responsibility LEFT JOIN assignment ON assignment.agreement_id = responsibility.agreement_id
                            AND (until IS NULL OR until >= ? AND until >= since)
                        LEFT JOIN officer USING (subject)
                        WHERE responsibility.agreement_id = ANY (?)
                        ORDER BY responsibility.agreement_id, since, assignment.id
                        """)) {
            select.setObject(1, day);
            select.setArray(2, connection.createArrayOf("uuid", agreements.toArray()));
            var states = new LinkedHashMap<UUID, ResponsibleState>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject("agreement_id", UUID.class);
                    var version = row.getLong("version");
                    var state = states.computeIfAbsent(
                            id, agreement -> new ResponsibleState(agreement, new ArrayList<>(), version));
                    var person = row.getObject("person_id", UUID.class);
                    if (person != null) {
                        state.officers()
                                .add(new ResponsibleState.Officer(
                                        person,
                                        OfficerRole.valueOf(row.getString("role")),
                                        row.getObject("since", LocalDate.class),
                                        row.getObject("until", LocalDate.class)));
                    }
                }
            }
            return List.copyOf(states.values());
        } catch (SQLException e) {
            throw new StorageFailed("cannot read who is responsible", e);
        }
    }
}
