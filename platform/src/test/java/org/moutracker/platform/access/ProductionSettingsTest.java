package org.moutracker.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductionSettingsTest {

    private static final Map<String, String> SOUND = Map.of(
            "quarkus.oidc.auth-server-url", "https://id.example.gov/realms/treaties",
            "quarkus.datasource.username", "agreements_service",
            "quarkus.datasource.password", "fT9-v2Lq-81aX-e0Zs",
            "mou.pages.key", "c6Jm-4Ryp-77Qd-kW3b");

    private static List<String> wrong(String name, String value) {
        var settings = new HashMap<>(SOUND);
        settings.put(name, value);
        return ProductionSettings.wrong(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    @Test
    void settings_that_are_nobody_elses_are_sound() {
        assertThat(wrong("mou.mail.password", "p0-Ru7e-9Lw2-mKc4")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.public-key, MIIBIjANBgkqhkiG9w0BAQ, the key of a local stack",
        "mou.clock.file, /data/clock, simulates the time",
        "quarkus.datasource.password, ChangeMe-please, quarkus.datasource.password",
        "quarkus.datasource.password, agreements_service, quarkus.datasource.password",
        "quarkus.flyway.password, postgres-password, quarkus.flyway.password",
        "quarkus.oidc.credentials.secret, mou-tracker-secret, quarkus.oidc.credentials.secret",
        "mou.mail.password, short, mou.mail.password",
        "mou.pages.key, short, mou.pages.key"
    })
    void each_of_these_is_told(String name, String value, String told) {
        assertThat(wrong(name, value)).singleElement().asString().contains(told);
    }
}
