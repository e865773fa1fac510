package org.moutracker.workinggroups.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.access.Granted;
import org.moutracker.platform.problem.InvalidRequest;

/** For which side the caller may speak: people of a party for their own, and whoever belongs to none for every side. */
@ApplicationScoped
public class OwnVoice {

    private final OwnSeats seats;
    private final Caller caller;
    private final Granted granted;

    OwnVoice(OwnSeats seats, Caller caller, Granted granted) {
        this.seats = seats;
        this.caller = caller;
        this.granted = granted;
    }

    /** Refuses words for another side than the caller's, which a group's parties of that side are. */
    public void require(String field, String side, UUID group, Collection<String> partiesOfSide) {
        var party = caller.party();
        var own = party.filter(partiesOfSide::contains).isPresent()
                || (party.isEmpty() && !granted.onlyOwn())
                || seats.seats().stream()
                        .anyMatch(seat ->
                                seat.group().equals(group) && seat.side().equals(side));
        if (!own) {
            throw new InvalidRequest(field, "must be the side that you belong to");
        }
    }

    /** Refuses to answer for another person, unless it is the caller's office to. */
    public void requireSelf(String field, UUID person) {
        if (granted.onlyOwn() && !seats.isSelf(person)) {
            throw new InvalidRequest(field, "must be yourself");
        }
    }
}
