package org.moutracker.stories;

import static java.util.Objects.requireNonNull;
import static org.moutracker.localstack.demo.Expected.BEFORE_THE_CO_CHAIRS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.demo.DemoStack;
import org.moutracker.localstack.demo.ServiceClient;
import org.moutracker.localstack.demo.Story;

/** The same story with faults in its middle: every alert still comes, and comes once. */
@Tag("extended")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));

    private DemoStack stack;
    private ServiceClient client;
    private Story story;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        stack = DemoStack.start(ROOT, "2025-09-17T12:00:00+05:00");
        client = new ServiceClient(stack.token("registrar"));
        story = new Story(stack, client);
    }

    @AfterEach
    void end() {
        client.close();
        stack.close();
    }

    @Test
    void services_killed_in_mid_story_lose_nothing_and_double_nothing() throws IOException, InterruptedException {
        story.register();
        story.nominateMembers();
        story.alerts(BEFORE_THE_CO_CHAIRS.subList(0, 2));
        kill("notifications-service", "notifications");
        story.alerts(BEFORE_THE_CO_CHAIRS.subList(2, 4));
        kill("working-group-service", "workingGroups");
        kill("agreements-service", "agreements");
        story.alerts(BEFORE_THE_CO_CHAIRS.subList(4, 6));
        story.nominateCoChairs();
        story.letTheDayPass();
    }

    @Test
    void while_kafka_is_away_requests_are_accepted_and_afterwards_all_follows()
            throws IOException, InterruptedException {
        var kafka = stack.process("kafka");
        signal("STOP", kafka);
        String agreement;
        try {
            agreement = registered();
            awayFor20Seconds();
        } finally {
            signal("CONT", kafka);
        }

        client.await(
                "the group",
                stack.url("workingGroups") + "/api/v1/working-groups?agreement=" + agreement,
                list -> !list.get("items").isEmpty());
        story.register();
        story.nominateMembers();
        story.alerts(BEFORE_THE_CO_CHAIRS.subList(0, 2));
    }

    @Test
    void after_postgresql_was_away_all_goes_on_by_itself() throws IOException, InterruptedException {
        story.register();
        story.nominateMembers();
        story.alerts(BEFORE_THE_CO_CHAIRS.subList(0, 2));
        var postgres = stack.process("postgres");
        var all = java.util.stream.Stream.concat(java.util.stream.Stream.of(postgres), postgres.descendants())
                .toList();
        all.forEach(process -> signal("STOP", process));
        try {
            awayFor20Seconds();
        } finally {
            all.forEach(process -> signal("CONT", process));
        }

        story.alerts(BEFORE_THE_CO_CHAIRS.subList(2, 6));
    }

    private String registered() throws IOException, InterruptedException {
        var request = Story.request("health-mou");
        request.put("reference", "PK-PS-" + UUID.randomUUID());
        return client.post(stack.url("agreements") + "/api/v1/agreements", request)
                .get("id")
                .asText();
    }

    /** The length of the fault is what is tested. */
    private static void awayFor20Seconds() throws InterruptedException {
        TimeUnit.SECONDS.sleep(20);
    }

    private void kill(String process, String service) throws IOException, InterruptedException {
        var killed = stack.process(process);
        killed.destroyForcibly();
        killed.onExit().join();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isReady(service)) {
            if (System.nanoTime() > until) {
                throw new AssertionError(process + " did not come back");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isReady(String service) throws InterruptedException {
        var api = URI.create(stack.url(service));
        var health = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(api.getPort() + 1000));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
