package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** An agreement with its organizations and commitments, read by its id through a connection of its own. */
final class ReadAlone implements Clients.Client {
    private final Connection connection;
    private final List<PreparedStatement> selects;
    private final Registrations registrations;

    ReadAlone(Connection connection, Registrations registrations) throws SQLException {
        this.connection = connection;
        this.registrations = registrations;
        this.selects = List.of(
                connection.prepareStatement("SELECT * FROM agreement WHERE id = ?"),
                connection.prepareStatement("SELECT organization.* FROM organization WHERE id IN ("
                        + "SELECT (party ->> 'organizationId')::uuid FROM agreement, jsonb_array_elements(parties) AS party "
                        + "WHERE agreement.id = ?)"),
                connection.prepareStatement("SELECT * FROM commitment WHERE agreement_id = ?"));
    }

    @Override
    public void ask() throws SQLException {
        var id = registrations.any();
        for (var select : selects) {
            select.setObject(1, id);
            ListAlone.readAll(select);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
