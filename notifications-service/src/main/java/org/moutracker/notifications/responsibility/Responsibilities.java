package org.moutracker.notifications.responsibility;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** Who answers for agreements, as far as we have heard. */
@ApplicationScoped
public class Responsibilities {

    private final Sql sql;

    Responsibilities(Sql sql) {
        this.sql = sql;
    }

    /** An officer with his agreement. */
    private record Named(UUID agreementId, Officer officer) {}

    void keep(List<Responsibility> responsibilities) {
        sql.update(
                "DELETE FROM officer WHERE agreement_id = ANY (?)", Column.ids(responsibilities, Responsibility::id));
        var named = responsibilities.stream()
                .flatMap(one -> one.officers().stream().map(officer -> new Named(one.id(), officer)))
                .toList();
        sql.update(
                """
                INSERT INTO officer (agreement_id, person_id, role, first_day, last_day)
                SELECT agreement_id, person_id, role, first_day::date, last_day::date
                FROM unnest(?, ?, ?, ?, ?) AS heard (agreement_id, person_id, role, first_day, last_day)
                """,
                Column.ids(named, Named::agreementId),
                Column.ids(named, one -> one.officer().personId()),
                Column.texts(named, one -> one.officer().role()),
                Column.texts(named, one -> one.officer().from()),
                Column.texts(named, one -> one.officer().until()));
    }

    /** By agreement, who has to act and whose time is not over by a day: whoever leads first. */
    public Map<UUID, List<Officer>> of(Collection<UUID> agreements, LocalDate day) {
        return sql.query("""
                        SELECT agreement_id, person_id, role, first_day, last_day FROM officer
                        WHERE agreement_id = ANY (?)
                          AND (last_day IS NULL OR last_day >= greatest(first_day, ?::date))
                        ORDER BY role <> 'LEAD', first_day, person_id
                        """, Responsibilities::read, Column.ids(agreements), day).stream()
                .filter(named -> named.officer().role().isResponsible())
                .collect(groupingBy(Named::agreementId, mapping(Named::officer, toList())));
    }

    private static Named read(ResultSet row) throws SQLException {
        return new Named(
                row.getObject("agreement_id", UUID.class),
                new Officer(
                        row.getObject("person_id", UUID.class),
                        Officer.Role.valueOf(row.getString("role")),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)));
    }
}
