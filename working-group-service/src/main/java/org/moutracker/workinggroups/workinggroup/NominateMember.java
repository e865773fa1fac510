package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.workinggroups.person.People;

/** Takes in somebody whom a party names, with all that follows for the group. */
@ApplicationScoped
class NominateMember {

    private final People people;
    private final GroupLedger ledger;
    private final FillSeats fillSeats;
    private final ConstituteGroup constituteGroup;
    private final Outbox outbox;

    NominateMember(
            People people, GroupLedger ledger, FillSeats fillSeats, ConstituteGroup constituteGroup, Outbox outbox) {
        this.people = people;
        this.ledger = ledger;
        this.fillSeats = fillSeats;
        this.constituteGroup = constituteGroup;
        this.outbox = outbox;
    }

    @Transactional(MANDATORY)
    MemberView by(Nomination nomination, WorkingGroup group, Instant now, String who) {
        var party = group.party(nomination.party());
        var known = people.meet(nomination.person(), party.zone());
        var named = nomination.named(Ids.next(), known.person().id(), party, party.today(now));
        var event = group.nominate(named, now);
        known.event().ifPresent(outbox::publish);
        ledger.tell(event, who);
        fillSeats.of(group, now, who);
        constituteGroup.ifComplete(group, party, now, who);
        return MemberView.of(group.member(named.id()), known.person());
    }
}
