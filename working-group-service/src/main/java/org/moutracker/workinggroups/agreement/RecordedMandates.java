package org.moutracker.workinggroups.agreement;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.moutracker.workinggroups.workinggroup.MandatingAgreements;

/** What is recorded here of the agreements that groups see to. */
@ApplicationScoped
class RecordedMandates implements MandatingAgreements {

    private final Agreements agreements;
    private final InstantSource clock;

    RecordedMandates(Agreements agreements, InstantSource clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Mandating> of(Collection<UUID> ids) {
        var now = clock.instant();
        return agreements.known(ids).values().stream()
                .map(agreement -> new Mandating(agreement.id(), agreement.parties(), agreement.grounds(now)))
                .collect(toMap(Mandating::id, agreement -> agreement));
    }
}
