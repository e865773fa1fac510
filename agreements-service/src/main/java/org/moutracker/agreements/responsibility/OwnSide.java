package org.moutracker.agreements.responsibility;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.moutracker.platform.http.Caller;

/** Those who keep the register: who is responsible among them is nobody else's business. */
@ApplicationScoped
class OwnSide {

    private final Caller caller;
    private final InstantSource clock;

    OwnSide(Caller caller, InstantSource clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** Refuses people of a party, as their tokens name it. */
    void require() {
        if (caller.claim("party").isPresent()) {
            throw new ForbiddenException("who keeps the register is internal to it");
        }
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
