package org.moutracker.bill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BillOfMaterialsTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));
    private static final List<String> SERVICES =
            List.of("agreements-service", "working-group-service", "notifications-service");

    /**
     * What may be passed on beside our own software under Apache-2.0, unchanged and named. EPL-2.0 asks for the source of
     * what is changed in the library itself, and nothing is; iCal4j's own is the BSD licence with three clauses.
     */
    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "MIT",
            "MIT-0",
            "Public Domain",
            "Unicode-3.0",
            "iCal4j - License");

    // One for each platform, and each build ships that of its own.
    private static final Pattern NATIVE = Pattern.compile("native-(linux|osx|windows)-\\w+");

    private static final Path BILL = ROOT.resolve("bill-of-materials/target/bom.json");

    private List<Library> bill = List.of();

    @BeforeEach
    void read() throws IOException {
        assumeThat(BILL).as("Maven makes no bill with -o").exists();
        bill = Library.listedIn(BILL);
    }

    @Test
    void lists_every_jar_that_a_service_ships_and_nothing_else() throws IOException {
        var shipped = new HashSet<String>();
        for (var service : SERVICES) {
            try (var files = Files.walk(ROOT.resolve(service).resolve("target/quarkus-app/lib"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".jar"))
                        .forEach(shipped::add);
            }
        }

        assertThat(bill.stream().filter(library -> !SERVICES.contains(library.name())))
                .extracting(Library::jar)
                .containsExactlyInAnyOrderElementsOf(shipped);
    }

    @Test
    void names_a_licence_of_each_library_that_may_be_passed_on() {
        assertThat(bill.stream().filter(library -> !library.isOurs()))
                .allSatisfy(library ->
                        assertThat(library.licences()).as(library.jar()).containsAnyElementsOf(ACCEPTED));
    }

    @Test
    void is_what_the_list_of_licences_tells() throws IOException {
        var list = bill.stream()
                .filter(library -> !library.isOurs())
                .map(library -> "| %s:%s | %s | %s |\n"
                        .formatted(
                                library.group(),
                                NATIVE.matcher(library.name()).replaceAll("native-*"),
                                library.version(),
                                String.join(" or ", library.licences())))
                .distinct()
                .collect(Collectors.joining("", """
                        # Licences

                        Every library that the services ship, with the licences that it is offered under. A test writes this
                        list from the bill of materials to `bill-of-materials/target/licences.md`, and fails while the two differ:
                        copy it over this file then, and read what has changed.

                        | library | version | licences |
                        |---|---|---|
                        """, ""));
        Files.writeString(ROOT.resolve("bill-of-materials/target/licences.md"), list);

        assertThat(ROOT.resolve("docs/security/licences.md")).hasContent(list);
    }
}
