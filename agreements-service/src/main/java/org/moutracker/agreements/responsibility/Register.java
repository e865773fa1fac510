package org.moutracker.agreements.responsibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.moutracker.platform.access.Caller;

/** Who of those who keep the register makes the present request, and when. */
@ApplicationScoped
class Register {

    private final Caller caller;
    private final InstantSource clock;

    Register(Caller caller, InstantSource clock) {
        this.caller = caller;
        this.clock = clock;
    }

    String name() {
        return caller.name();
    }

    Instant now() {
        return clock.instant();
    }

    /** What is meant where no day is given. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
