package org.moutracker.workinggroups.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long nothing may be heard of a commitment without a date, unless told 180 days. */
@ApplicationScoped
class StagnationPolicy {

    private final Period silence;

    StagnationPolicy(@ConfigProperty(name = "mou.stagnation.after") Period silence) {
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("mou.stagnation.after must be a day or more, as P180D");
        }
        this.silence = silence;
    }

    Period silence() {
        return silence;
    }
}
