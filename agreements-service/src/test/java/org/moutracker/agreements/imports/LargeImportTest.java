package org.moutracker.agreements.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.localstack.TestStack;

/** As many lines as a file may have. */
@AgreementsTest
@Tag("extended")
class LargeImportTest {

    private static final Logger LOG = Logger.getLogger(LargeImportTest.class);
    private static final int LINES = Rows.MOST;
    private static final int BROKEN = 77_000;
    private static final long MEBIBYTE = 1024 * 1024;

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_hundred_thousand_lines_are_imported_in_little_memory_but_for_the_one_that_is_broken() throws Exception {
        var imported = upload(file(LINES));
        var before = live();
        var began = System.nanoTime();
        var most = watch(imported, "CHECKED");
        rate("checked", began);

        imported.read().then().body("found.ok", equalTo(LINES - 1)).body("found.errors", equalTo(1));
        imported.lines("?outcome=ERROR").then().body("items.line", contains(BROKEN));
        imported.execute(false).then().statusCode(409);
        imported.execute(true).then().statusCode(200);
        began = System.nanoTime();
        most = Math.max(most, watch(imported, "IMPORTED"));
        rate("imported", began);

        imported.read().then().body("taken.imported", equalTo(LINES - 1)).body("taken.failed", equalTo(0));
        LOG.infof("live heap: %d MiB before, %d MiB at most", before / MEBIBYTE, most / MEBIBYTE);
        assertThat(most - before).as("what an import holds in memory").isLessThan(96 * MEBIBYTE);
    }

    @Test
    void one_line_more_is_too_many() throws Exception {
        var imported = upload(file(LINES + 1));
        watch(imported, "REFUSED");

        imported.read().then().body("problemLine", equalTo(LINES + 1));
    }

    /** Waits for a state, and answers how much live memory there was at most on the way. */
    private static long watch(Importing imported, String state) {
        var most = new long[1];
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    most[0] = Math.max(most[0], live());
                    return state.equals(imported.read().<String>path("state"));
                });
        return most[0];
    }

    private static long live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void rate(String what, long began) throws IOException {
        var seconds = (System.nanoTime() - began) / 1e9;
        var peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("");
        LOG.infof("%d lines %s in %.0f s: %.0f/s; %s", LINES, what, seconds, LINES / seconds, peak);
    }

    private Path file(int lines) throws IOException {
        var own = Importing.own();
        var file = folder.resolve(own + ".jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (var i = 0; i < lines; i++) {
                var line = Importing.line(own, i);
                out.write(i == BROKEN - 1 ? line.replace("\"AGREEMENT\"", "\"TREATY\"") : line);
                out.write('\n');
            }
        }
        return file;
    }

    private static Importing upload(Path file) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/imports"))
                            .header("Authorization", "Bearer " + TestStack.token("registrar"))
                            .header("Content-Type", Importing.JSON_LINES)
                            .POST(BodyPublishers.ofFile(file))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return new Importing(answer.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .map(URI::getPath)
                    .orElseThrow());
        }
    }
}
