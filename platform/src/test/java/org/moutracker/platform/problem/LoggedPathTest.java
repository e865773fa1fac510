package org.moutracker.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoggedPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/alerts/5d3ac1f0, /api/v1/alerts/5d3ac1f0",
        "/actions/5d3ac1f0.0.done.1762056000.secret, /actions/…",
        "/address-verifications/secret, /address-verifications/…",
        "/calendar-feeds/secret/feed.ics, /calendar-feeds/…",
        "/secret, /secret",
        "/, /"
    })
    void what_opens_a_page_stands_in_no_log(String path, String logged) {
        assertThat(LoggedPath.of(path)).isEqualTo(logged);
    }
}
