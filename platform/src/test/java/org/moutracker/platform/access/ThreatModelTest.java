package org.moutracker.platform.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreatModelTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @ParameterizedTest
    @ValueSource(strings = {"threat-model.md", "access.md"})
    void every_test_that_the_page_names_is_there(String page) throws IOException {
        var named = TEST.matcher(Files.readString(ROOT.resolve("docs/security").resolve(page)))
                .results()
                .map((MatchResult found) -> found.group(1) + ".java")
                .collect(toSet());
        assertThat(named).hasSizeGreaterThan(2);
        try (var files = Files.walk(ROOT)) {
            var there = files.map(file -> requireNonNull(file.getFileName()).toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .collect(toSet());
            assertThat(there).containsAll(named);
        }
    }
}
