package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.workinggroups.person.People;

/** Forgets who somebody is, everywhere here and elsewhere; the seats end, and the history keeps a pseudonym. */
@ApplicationScoped
class ErasePerson {

    private final SeatRows seats;
    private final WorkingGroupRepository groups;
    private final People people;
    private final GroupLedger ledger;
    private final FillSeats fillSeats;
    private final Instance<PersonalWords> words;
    private final Outbox outbox;
    private final InstantSource clock;

    ErasePerson(
            SeatRows seats,
            WorkingGroupRepository groups,
            People people,
            GroupLedger ledger,
            FillSeats fillSeats,
            @Any Instance<PersonalWords> words,
            Outbox outbox,
            InstantSource clock) {
        this.seats = seats;
        this.groups = groups;
        this.people = people;
        this.ledger = ledger;
        this.fillSeats = fillSeats;
        this.words = words;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    void by(UUID person, String because, String who) {
        var now = clock.instant();
        var left = new ArrayList<WorkingGroup>();
        for (var group : groups.lockAll(seats.groupsOf(person))) {
            group.forget(person, now).ifPresent(event -> {
                ledger.tell(event, who);
                left.add(group);
            });
        }
        groups.flush();
        left.forEach(group -> fillSeats.of(group, now, who));
        words.forEach(kept -> kept.forget(person));
        people.erase(person, because, now, who).ifPresent(outbox::publish);
    }
}
