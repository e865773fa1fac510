package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.toSet;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.agreements.organization.OrganizationsChanged;
import org.moutracker.agreements.organization.OrganizationsMerging;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Takes over what is new about organizations, agreement by agreement. The command notes in one statement which agreements
 * that are, however many; this work lists them anew and tells them, in batches. A release that finds agreements by other
 * rules notes them all, and then they are listed anew and not told.
 */
@ApplicationScoped
class FollowOrganizations implements DueWork<FollowOrganizations.Noted> {

    private static final DueRows ROWS =
            new DueRows("agreement_to_follow", "agreement_id", "since", "since IS NOT NULL", "agreement_id, tell");

    private final AgreementRepository agreements;
    private final Organizations organizations;
    private final KeepListings listings;
    private final AgroalDataSource database;
    private final InstantSource clock;
    private final Outbox outbox;

    FollowOrganizations(
            AgreementRepository agreements,
            Organizations organizations,
            KeepListings listings,
            AgroalDataSource database,
            InstantSource clock,
            Outbox outbox) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.listings = listings;
        this.database = database;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * An agreement that is to be looked at.
     *
     * @param isNews whether others are told of it
     */
    record Noted(UUID agreement, boolean isNews) {}

    void note(@Observes OrganizationsChanged changed) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO agreement_to_follow (agreement_id, since)
                        SELECT DISTINCT agreement.id, ?::timestamptz FROM unnest(?::jsonb[]) AS named (party)
                        JOIN agreement ON agreement.parties @> named.party
                        ON CONFLICT (agreement_id) DO UPDATE SET tell = true, since = excluded.since
                        WHERE NOT agreement_to_follow.tell
                        """)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setArray(2, connection.createArrayOf("text", parties(changed.ids())));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot note what is to be told anew", e);
        }
    }

    /** Refuses to make one organization of two that stand on different sides. */
    void judge(@Observes OrganizationsMerging merging) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT reference FROM unnest(?::jsonb[]) AS named (party)
                        JOIN agreement ON agreement.parties @> named.party
                        WHERE EXISTS (
                            SELECT FROM jsonb_array_elements(parties) AS one, jsonb_array_elements(parties) AS other
                            WHERE one ->> 'organizationId' = ANY (?) AND other ->> 'organizationId' = ANY (?)
                              AND one ->> 'side' <> other ->> 'side')
                        ORDER BY reference LIMIT 1
                        """)) {
            select.setArray(1, connection.createArrayOf("text", parties(merging.duplicates())));
            select.setArray(2, connection.createArrayOf("text", texts(merging.duplicates())));
            select.setArray(3, connection.createArrayOf("text", texts(merging.into())));
            try (var row = select.executeQuery()) {
                if (row.next()) {
                    throw new RuleViolated(
                            "the two stand on different sides of agreement %s".formatted(row.getString("reference")));
                }
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot look for agreements of organizations", e);
        }
    }

    private static Object[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray();
    }

    private static Object[] parties(Collection<UUID> ids) {
        return ids.stream().map("[{\"organizationId\": \"%s\"}]"::formatted).toArray();
    }

    @Override
    public String name() {
        return "organizations";
    }

    @Override
    public DueRows rows() {
        return ROWS;
    }

    @Override
    public Noted read(ResultSet row) throws SQLException {
        return new Noted(row.getObject("agreement_id", UUID.class), row.getBoolean("tell"));
    }

    @Override
    public void handle(List<Noted> noted, Instant now) {
        var ids = noted.stream().map(Noted::agreement).toList();
        forget(ids);
        var news = noted.stream().filter(Noted::isNews).map(Noted::agreement).collect(toSet());
        var events = new ArrayList<Event>();
        var claimed = agreements
                .find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        var known = organizations.find(claimed.stream()
                .flatMap(agreement -> agreement.parties.stream())
                .map(Party::organizationId)
                .distinct()
                .toList());
        for (var agreement : claimed) {
            var parties = agreement.parties.stream()
                    .map(party -> Objects.requireNonNull(known.get(party.organizationId())))
                    .toList();
            if (news.contains(agreement.id)) {
                agreement.follow(parties, now).ifPresent(events::add);
            } else {
                listings.keep(agreement, parties);
            }
        }
        agreements.flush();
        outbox.publish(events);
    }

    private void forget(List<UUID> ids) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement("DELETE FROM agreement_to_follow WHERE agreement_id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot forget what is told anew", e);
        }
    }
}
