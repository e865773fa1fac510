package org.moutracker.workinggroups.access;

import static java.util.stream.Collectors.toSet;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Granted;
import org.moutracker.platform.messaging.StorageFailed;

/** Who of the people known here makes the present request, and where that one sits; read once, and when it is asked for. */
@RequestScoped
public class OwnSeats {

    private final AgroalDataSource database;
    private final Caller caller;
    private final Granted granted;

    @Nullable
    private Known known;

    OwnSeats(AgroalDataSource database, Caller caller, Granted granted) {
        this.database = database;
        this.caller = caller;
        this.granted = granted;
    }

    private record Known(Optional<UUID> person, List<OwnSeat> seats) {}

    /** Empty for somebody whom the provider vouches for no mailbox of, or who is not known here. */
    public Optional<UUID> person() {
        return known().person();
    }

    public boolean isSelf(UUID person) {
        return person().filter(person::equals).isPresent();
    }

    public List<OwnSeat> seats() {
        return known().seats();
    }

    /** The groups that lists are about; null for all of them. */
    public @Nullable Set<UUID> only() {
        return granted.onlyOwn() ? groups() : null;
    }

    public Set<UUID> groups() {
        return seats().stream().map(OwnSeat::group).collect(toSet());
    }

    private Known known() {
        if (known == null) {
            known = caller.mailbox().map(this::read).orElseGet(() -> new Known(Optional.empty(), List.of()));
        }
        return known;
    }

    private Known read(String mailbox) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT person.id, seat.group_id, seat.member_id, seat.party, seat.side, body.agreements
                        FROM person
                        LEFT JOIN member_seat AS seat ON seat.person_id = person.id AND seat.status <> 'ENDED'
                        LEFT JOIN working_group AS body ON body.id = seat.group_id
                        WHERE person.mailbox = ?
                        """)) {
            select.setString(1, mailbox);
            Optional<UUID> person = Optional.empty();
            var seats = new ArrayList<OwnSeat>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    person = Optional.of(row.getObject("id", UUID.class));
                    var group = row.getObject("group_id", UUID.class);
                    if (group != null) {
                        seats.add(new OwnSeat(
                                group,
                                row.getObject("member_id", UUID.class),
                                row.getString("party"),
                                row.getString("side"),
                                List.of((UUID[]) row.getArray("agreements").getArray())));
                    }
                }
            }
            return new Known(person, seats);
        } catch (SQLException e) {
            throw new StorageFailed("cannot read in which groups somebody sits", e);
        }
    }
}
