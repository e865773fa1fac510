package org.moutracker.agreements.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Role;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * On which side the caller stands: on that of the party that the token names, or of the organizations whose contact point
 * he or she is. Whoever keeps the register and belongs to no party sees what is between the parties, and speaks for all of
 * them.
 */
@ApplicationScoped
public class OwnSide {

    private static final Set<Role> STAFF = EnumSet.of(Role.REGISTRAR, Role.OFFICER, Role.SECRETARY, Role.OPERATOR);

    private final AgroalDataSource database;
    private final Caller caller;
    private final InstantSource clock;

    OwnSide(AgroalDataSource database, Caller caller, InstantSource clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** The party of the caller; none for those who keep the register, and an empty one for everybody else. */
    public Optional<String> party() {
        return caller.party().or(() -> isStaff() ? Optional.empty() : Optional.of(""));
    }

    /** The party alone whose drafts the caller sees, beside all that is signed; none for somebody who sees every draft. */
    public Optional<String> draftsOf() {
        return caller.is(Role.AUDITOR) ? Optional.empty() : party();
    }

    private boolean isStaff() {
        return caller.roles().stream().anyMatch(STAFF::contains);
    }

    /** Refuses a party's words from whoever does not stand on its side. */
    public void requireVoice(String field, String party, UUID agreement, Map<String, String> sides) {
        if (party().isEmpty()) {
            return;
        }
        var side = sides.get(party);
        var own = parties(agreement).stream().map(sides::get).anyMatch(one -> one != null && Objects.equals(one, side));
        if (!own) {
            throw new InvalidRequest(field, "must be a party of the side that you belong to");
        }
    }

    /** The parties of an agreement that the caller belongs to. */
    private Set<String> parties(UUID agreement) {
        var parties = new HashSet<String>();
        caller.party().ifPresent(parties::add);
        caller.mailbox().ifPresent(mailbox -> parties.addAll(pointedTo(mailbox, agreement)));
        return parties;
    }

    private Set<String> pointedTo(String mailbox, UUID agreement) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT DISTINCT party ->> 'code' FROM agreement, jsonb_array_elements(parties) AS party
                        JOIN contact_point AS point ON point.organization_id = (party ->> 'organizationId')::uuid
                        JOIN person ON person.id = point.person_id
                        WHERE agreement.id = ? AND person.mailbox = ?
                          AND point.since <= ? AND (point.until IS NULL OR point.until >= ?)
                        """)) {
            select.setObject(1, agreement);
            select.setString(2, mailbox);
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            select.setObject(3, today);
            select.setObject(4, today);
            var codes = new HashSet<String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                }
            }
            return codes;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read whose contact point somebody is", e);
        }
    }
}
