package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** As many agreements as one file may have, each with a commitment: checked as a whole, and then imported. */
record ImportedFile(Registrations registrations) {

    static final int LINES = 100_000;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** How many lines a second were checked, and how many imported. */
    record Speed(double checked, double imported) {}

    Speed take() throws IOException, InterruptedException {
        var file = Files.createTempFile("agreements", ".jsonl");
        try {
            write(file);
            var begin = System.nanoTime();
            var path = "/api/v1/imports/" + registrations.upload(file);
            await(path, "CHECKED", "/found/ok");
            var checked = System.nanoTime();
            registrations.execute(path);
            await(path, "IMPORTED", "/taken/imported");
            return new Speed(
                    Rate.perSecond(LINES, checked - begin), Rate.perSecond(LINES, System.nanoTime() - checked));
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file) throws IOException {
        var form = (ObjectNode) new ObjectMapper().readTree(registrations.form());
        try (var out = Files.newBufferedWriter(file, UTF_8)) {
            for (var i = 0; i < LINES; i++) {
                out.write(line(form, i));
                out.write('\n');
            }
        }
    }

    /** No two between the same parties are of the same day: they would be taken for one. */
    private static String line(ObjectNode form, int number) {
        var country = Archive.COUNTRIES.get(number % Archive.COUNTRIES.size());
        var day = LocalDate.of(1990, 1, 1)
                .plusDays(number / Archive.COUNTRIES.size())
                .toString();
        form.put("reference", "FILE-" + number);
        form.withObject("/title").put("en", "Memorandum of Understanding number %d with %s".formatted(number, country));
        var other = form.withObject("/parties/1").put("code", country);
        other.withObject("organization").put("country", country);
        form.withObject("/signatures/0").put("signedOn", day);
        form.withObject("/signatures/1").put("signedOn", day).put("party", country);
        form.putArray("areas").addObject().put("name", "health").put("direction", "JOINT");
        form.withObject("/legalEvents/0").put("occurredOn", day);
        return form.toString();
    }

    private void await(String path, String state, String count) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var now = new ObjectMapper().readTree(registrations.get(path));
        while (!now.required("state").asText().equals(state)) {
            if (System.nanoTime() > end || now.required("state").asText().equals("REFUSED")) {
                throw new IllegalStateException("The import is not %s: %s".formatted(state, now));
            }
            TimeUnit.MILLISECONDS.sleep(200);
            now = new ObjectMapper().readTree(registrations.get(path));
        }
        if (now.at(count).asInt() != LINES) {
            throw new IllegalStateException("Some lines were not %s: %s".formatted(state, now));
        }
    }
}
