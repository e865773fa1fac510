package org.moutracker.agreements.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Own;
import org.moutracker.platform.access.Reach;
import org.moutracker.platform.access.Role;
import org.moutracker.platform.access.Rule;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.NotFound;

/**
 * An officer's own are the agreements that he or she leads or sees to today, with all that belongs to them, and the own
 * absences; a member's own is what the own side says. A draft is not there for people of other parties.
 */
@ApplicationScoped
class OwnAgreements implements Own {

    private static final String PREFIX = "/api/v1/";

    /** By the first word of an address: how the agreement is found to which something belongs. */
    private static final Map<String, Thing> THINGS = Map.of(
            "agreements", new Thing("agreement", "agreement.id = ?", false),
            "commitments",
                    new Thing("commitment", "agreement.id = (SELECT agreement_id FROM commitment WHERE id = ?)", false),
            // One that the caller must not know of is found no more than one that is not there.
            "documents", new Thing("document", """
                            agreement.id = (SELECT agreement_id FROM document WHERE id = ? AND (confidentiality = 'PUBLIC'
                                OR coalesce(?::text = ANY (readers), confidentiality = 'PARTIES')))
                            """, true),
            "correspondence",
                    new Thing(
                            "correspondence",
                            "agreement.id = (SELECT agreement_id FROM correspondence WHERE id = ?)",
                            false));

    private final AgroalDataSource database;
    private final OwnSide side;
    private final Caller caller;
    private final InstantSource clock;

    OwnAgreements(AgroalDataSource database, OwnSide side, Caller caller, InstantSource clock) {
        this.database = database;
        this.side = side;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A kind of thing.
     *
     * @param ofSides whether it can be for one side alone; then the caller's party is asked for behind the id
     */
    private record Thing(String noun, String condition, boolean ofSides) {}

    private record Found(boolean hidden, boolean assigned) {}

    @Override
    public void require(Rule rule, Map<String, String> parameters, Reach reach) {
        var noun = rule.path().substring(PREFIX.length(), rule.path().indexOf('/', PREFIX.length()));
        if (reach == Reach.OWN && noun.equals("officers")) {
            if (!caller.subject().equals(parameters.get("subject"))) {
                throw new ForbiddenException("another officer's absences are not for you to see or change");
            }
            return;
        }
        var thing = THINGS.get(noun);
        if (thing == null || (reach == Reach.ALL && side.draftsOf().isEmpty())) {
            return;
        }
        var found = id(parameters.get("id")).flatMap(id -> find(thing, id));
        // What is not there is refused here too, so that it is refused in the same words as what is hidden.
        var seen = found.filter(one -> !one.hidden()).orElseThrow(() -> new NotFound(thing.noun()));
        if (reach == Reach.OWN) {
            requireOwn(rule, seen);
        }
    }

    private void requireOwn(Rule rule, Found found) {
        var assigned = caller.is(Role.OFFICER) && found.assigned();
        // Which words are a member's own, the command itself can tell of whoever is not of the register too, which
        // speaks
        // for all sides.
        var speaks =
                caller.is(Role.MEMBER) && side.party().isPresent() && rule.of(Set.of(Role.MEMBER), false) == Reach.OWN;
        if (!assigned && !speaks) {
            throw new ForbiddenException("other officers see to this agreement");
        }
    }

    private Optional<Found> find(Thing thing, UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT status = 'DRAFT' AND NOT (?::text IS NULL
                                   OR parties @> jsonb_build_array(jsonb_build_object('code', ?::text))),
                               EXISTS (SELECT FROM assignment WHERE agreement_id = agreement.id AND subject = ?
                                           AND role <> 'FOLLOWER' AND since <= ? AND (until IS NULL OR until >= ?))
                        FROM agreement WHERE
                        """ + thing.condition())) {
            var party = side.draftsOf().orElse(null);
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            select.setString(1, party);
            select.setString(2, party);
            select.setString(3, caller.subject());
            select.setObject(4, today);
            select.setObject(5, today);
            select.setObject(6, id);
            if (thing.ofSides()) {
                select.setString(7, side.party().orElse(null));
            }
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new Found(row.getBoolean(1), row.getBoolean(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read who sees to an agreement", e);
        }
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
