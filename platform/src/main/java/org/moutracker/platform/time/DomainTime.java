package org.moutracker.platform.time;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one source of domain time: what is due, signed or passed is judged by it. Leases, back-off and tokens use real
 * time instead, claims the database's clock.
 */
class DomainTime {

    @Produces
    @ApplicationScoped
    InstantSource domainTime(@ConfigProperty(name = "mou.clock.file") Optional<Path> clockFile) {
        if (clockFile.isPresent()
                && LaunchMode.current() == LaunchMode.NORMAL
                && !ConfigUtils.isProfileActive("local")) {
            throw new IllegalStateException(
                    "a simulated clock (mou.clock.file) is only allowed in the profile \"local\"");
        }
        return clockFile.<InstantSource>map(SimulatedTime::new).orElseGet(InstantSource::system);
    }
}
