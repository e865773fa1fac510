package org.moutracker.platform.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps a service from starting in production with what is made for one machine alone: the key of the local stack, a
 * simulated clock, a password that everybody knows.
 */
@ApplicationScoped
class ProductionSettings {

    private static final String PRODUCTION = "prod";
    private static final String PASSWORD = ".password";
    private static final int SHORTEST = 12;
    private static final List<String> KNOWN_TO_ALL = List.of("changeme", "change-me", "password", "mou-tracker");
    private static final List<String> PASSWORDS = List.of(
            "quarkus.datasource.password",
            "quarkus.flyway.password",
            "quarkus.oidc.credentials.secret",
            "mou.pages.key",
            "mou.mail.password",
            "mou.mail.replies.password");

    private final Config config;

    ProductionSettings(Config config) {
        this.config = config;
    }

    /** Before anything else begins to work. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (ConfigUtils.getProfiles().contains(PRODUCTION)) {
            var wrong = wrong(config);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("This is no way to run in production: " + String.join("; ", wrong));
            }
        }
    }

    static List<String> wrong(Config config) {
        var wrong = new ArrayList<String>();
        if (config.getOptionalValue("quarkus.oidc.public-key", String.class).isPresent()) {
            wrong.add("quarkus.oidc.public-key is the key of a local stack; name the provider in"
                    + " quarkus.oidc.auth-server-url");
        }
        if (config.getOptionalValue("mou.clock.file", String.class).isPresent()) {
            wrong.add("mou.clock.file simulates the time");
        }
        for (var name : PASSWORDS) {
            config.getOptionalValue(name, String.class)
                    .filter(value -> isKnownToAll(value, config, name))
                    .ifPresent(value -> wrong.add(
                            name + " is what anybody would try, or shorter than " + SHORTEST + " characters"));
        }
        return wrong;
    }

    private static boolean isKnownToAll(String password, Config config, String name) {
        var lower = password.toLowerCase(Locale.ROOT);
        var user = name.endsWith(PASSWORD)
                ? config.getOptionalValue(name.replace(PASSWORD, ".username"), String.class)
                : Optional.<String>empty();
        return password.length() < SHORTEST
                || KNOWN_TO_ALL.stream().anyMatch(lower::contains)
                || user.filter(password::equals).isPresent();
    }
}
