package org.moutracker.bill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionsTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern WRITTEN_OUT =
            Pattern.compile("<version>(?!\\$\\{)[^<]*</version>|<([\\w-]+\\.)+version>[^<]*<");

    @Test
    void stand_in_the_root_pom_alone() throws IOException {
        for (var module : modules()) {
            var pom = Files.readString(module.resolve("pom.xml"));
            var written =
                    WRITTEN_OUT.matcher(PARENT.matcher(pom).replaceAll("")).results();

            assertThat(written.map(found -> found.group()))
                    .as("versions in %s", module.getFileName())
                    .isEmpty();
        }
    }

    private static List<Path> modules() throws IOException {
        try (var folders = Files.list(ROOT)) {
            var modules = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
            assertThat(modules).as("modules of %s", ROOT).isNotEmpty();
            return modules;
        }
    }
}
