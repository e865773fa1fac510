package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All rows that the registration of one agreement leaves.
 *
 * @param organizations those behind its parties, which are looked up before
 * @param events what goes to the outbox, whose rows are gone once they are sent
 */
record Registration(List<UUID> organizations, List<Template> templates, List<Sample> events) {

    /** Those of the newest agreement. */
    static Registration read(Product product, Database database) throws Exception {
        try (var connection = database.connect()) {
            var newest = Template.read(
                    connection, "agreement", "id = (SELECT id FROM agreement ORDER BY registered_at DESC LIMIT 1)");
            var id = newest.rows().getFirst().getFirst();
            var lines = Template.read(connection, "legal_event", "agreement_id = '%s'".formatted(id));
            var commitments = Template.read(connection, "commitment", "agreement_id = '%s'".formatted(id));
            var history = Template.read(connection, "agreement_history", "agreement_id = '%s'".formatted(id));
            return new Registration(
                    organizations(connection, id),
                    List.of(newest, lines, commitments, history),
                    List.of(
                            Sample.of(product.root(), "mou.agreement.signed.v1"),
                            Sample.of(product.root(), "mou.agreement.entered-into-force.v1"),
                            Sample.of(product.root(), "mou.commitment.opened.v1")));
        }
    }

    private static List<UUID> organizations(Connection connection, Object agreement) throws SQLException {
        try (var select = connection.prepareStatement("SELECT (party ->> 'organizationId')::uuid "
                + "FROM agreement, jsonb_array_elements(parties) AS party WHERE agreement.id = ?")) {
            select.setObject(1, agreement);
            var ids = new ArrayList<UUID>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    /** Writes registrations, so many in a transaction, through a connection of its own. */
    Clients.Client writer(Database database, int together) throws SQLException {
        var connection = database.connectApart();
        connection.setAutoCommit(false);
        return new Writer(this, connection, together);
    }

    private static final class Writer implements Clients.Client {
        private final Registration registration;
        private final Connection connection;
        private final int together;
        private final List<PreparedStatement> inserts = new ArrayList<>();
        private final PreparedStatement outbox;
        private final PreparedStatement organizations;

        private Writer(Registration registration, Connection connection, int together) throws SQLException {
            this.registration = registration;
            this.connection = connection;
            this.together = together;
            organizations = connection.prepareStatement("SELECT * FROM public.organization WHERE id = ANY (?)");
            organizations.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", registration.organizations().toArray()));
            for (var template : registration.templates()) {
                inserts.add(template.insert(connection));
            }
            outbox = connection.prepareStatement("""
                    INSERT INTO outbox (id, topic, key, type, subject, occurred_at, correlation, payload)
                    VALUES (?, 'mou.agreements.v1', ?, ?, ?, now(), ?, ?)
                    """);
        }

        @Override
        public void ask() throws SQLException {
            ListAlone.readAll(organizations);
            for (var i = 0; i < together; i++) {
                add(UUID.randomUUID());
            }
            for (var insert : inserts) {
                insert.executeBatch();
            }
            outbox.executeBatch();
            connection.commit();
        }

        private void add(UUID agreement) throws SQLException {
            for (var i = 0; i < inserts.size(); i++) {
                registration.templates().get(i).add(inserts.get(i), agreement);
            }
            for (var event : registration.events()) {
                var id = UUID.randomUUID();
                outbox.setObject(1, id);
                outbox.setString(2, agreement.toString());
                outbox.setString(3, event.type());
                outbox.setString(4, event.subjects() + "/" + agreement);
                outbox.setString(5, id.toString());
                outbox.setBytes(6, event.bytesOf(agreement));
                outbox.addBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
