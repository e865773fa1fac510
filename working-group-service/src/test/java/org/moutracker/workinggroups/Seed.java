package org.moutracker.workinggroups;

import java.util.Map;
import java.util.UUID;

/** The health agreement of Pakistan and Palestine as its service tells it, under ids of its own. */
public record Seed(UUID agreement, UUID commitment) {

    public static Seed fresh() {
        return new Seed(UUID.randomUUID(), UUID.randomUUID());
    }

    /** One that the service has heard of. */
    public static Seed told() {
        var seed = fresh();
        Broker.tell(seed.signed(), seed.opened());
        return seed;
    }

    public Sample signed() {
        return Sample.of("mou.agreement.signed.v1").subject(agreement);
    }

    public Sample signed(Map<String, String> facts) {
        return signed().with("facts", facts);
    }

    public Sample opened() {
        return Sample.of("mou.commitment.opened.v1").subject(commitment).with("agreementId", agreement);
    }
}
