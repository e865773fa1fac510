package org.moutracker.workinggroups.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * A member's own are the groups in which the member sits, with all that belongs to them; an officer's own are the
 * deadlines that are internal to the officer's side. Of another's nobody learns that it is there.
 */
@ApplicationScoped
class OwnThings implements Own {

    /** What belongs to a group, by the first word of its address: its noun, and where the group is found. */
    private static final Map<String, Thing> THINGS = Map.of(
            "working-groups", new Thing("working group", "SELECT id, NULL::uuid, NULL::text[] FROM working_group"),
            "meetings", new Thing("meeting", "SELECT working_group_id, NULL::uuid, NULL::text[] FROM meeting"),
            "decisions", new Thing("decision", "SELECT working_group_id, NULL::uuid, NULL::text[] FROM decision"),
            "action-items",
                    new Thing("action item", "SELECT working_group_id, NULL::uuid, NULL::text[] FROM action_item"),
            "deadlines",
                    new Thing(
                            "deadline",
                            "SELECT working_group_id, agreement_id, CASE WHEN internal_to IS NOT NULL"
                                    + " THEN internal_parties END FROM deadline"));

    private static final String PREFIX = "/api/v1/";

    private final AgroalDataSource database;
    private final OwnSeats seats;
    private final Caller caller;

    OwnThings(AgroalDataSource database, OwnSeats seats, Caller caller) {
        this.database = database;
        this.seats = seats;
        this.caller = caller;
    }

    private record Thing(String noun, String select) {}

    private record Found(
            @Nullable UUID group,
            @Nullable UUID agreement,
            @Nullable List<String> internalTo) {}

    @Override
    public void require(Rule rule, Map<String, String> parameters, Reach reach) {
        if (reach == Reach.ALL) {
            return;
        }
        var noun = rule.path().substring(PREFIX.length(), rule.path().indexOf('/', PREFIX.length()));
        var id = id(parameters.get("id"));
        if (noun.equals("people")) {
            require(id.isPresent() && id.equals(seats.person()), "person");
            return;
        }
        var thing = THINGS.get(noun);
        if (thing == null) {
            throw new ForbiddenException("of these nothing is anybody's own");
        }
        var found = id.flatMap(one -> find(thing, one)).orElseThrow(() -> new NotFound(thing.noun()));
        require(isSeen(found), thing.noun());
        if (!rule.method().equals("GET")) {
            requireOwn(rule, parameters, found);
        }
    }

    private static void require(boolean own, String noun) {
        if (!own) {
            throw new NotFound(noun);
        }
    }

    private boolean isSeen(Found found) {
        return seats.seats().stream().anyMatch(seat -> seat.seesTo(found.group(), found.agreement()))
                || isOfficersOwn(found);
    }

    private boolean isOfficersOwn(Found found) {
        var sides = found.internalTo();
        return caller.is(Role.OFFICER)
                && sides != null
                && caller.party().filter(sides::contains).isPresent();
    }

    private void requireOwn(Rule rule, Map<String, String> parameters, Found found) {
        var member = parameters.get("member");
        if (member != null
                && seats.seats().stream()
                        .noneMatch(seat -> Optional.of(seat.member()).equals(id(member)))) {
            throw new ForbiddenException("another's seat is not for you to change");
        }
        if (rule.path().startsWith("/api/v1/deadlines/") && !isOfficersOwn(found)) {
            throw new ForbiddenException("you may change what is internal to your own side, and nothing else");
        }
    }

    private Optional<Found> find(Thing thing, UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(thing.select() + " WHERE id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Found(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getArray(3) == null
                                        ? null
                                        : List.of((String[]) row.getArray(3).getArray())))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read whose something is", e);
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
