package org.moutracker.stories;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.demo.DemoStack;
import org.moutracker.localstack.demo.ServiceClient;
import org.moutracker.localstack.demo.Story;

/** Two sides amend their agreement by an exchange of letters: three deadlines move, as they were told before they signed. */
@Tag("extended")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> MOVED =
            Map.of("EXPIRY", "2035-09-17", "TERMINATION_NOTICE", "2035-03-17", "ESTABLISHMENT", "2025-11-16");

    @Test
    void an_amendment_moves_three_deadlines_on_its_day_and_is_named_as_the_cause()
            throws IOException, InterruptedException {
        try (var stack = DemoStack.start(ROOT, "2025-09-17T12:00:00+05:00");
                var client = new ServiceClient(stack.token("registrar"))) {
            var groups = stack.url("workingGroups") + "/api/v1";
            var mailbox = stack.url("mailbox") + "/api/messages?limit=200";
            var registration = Story.request("health-mou");
            registration.set("term", JSON.readTree("{\"period\": \"P5Y\", \"terminationNotice\": \"P6M\"}"));
            var id = client.post(stack.url("agreements") + "/api/v1/agreements", registration)
                    .get("id")
                    .asText();
            var agreement = stack.url("agreements") + "/api/v1/agreements/" + id;
            var deadlines = groups + "/deadlines?limit=200&agreement=" + id;
            client.await("three deadlines", deadlines, list -> items(list).size() == 3);
            member(client, groups, id);
            client.confirmAddresses(mailbox, "ayesha@example.org");
            stack.clock().begin(stack.clock().instant(), Speed.parse("2d/s"));
            stack.clock().runUntil(Instant.parse("2025-10-03T12:00:00Z"));
            client.await(
                    "a reminder of the date as it is",
                    mailbox,
                    list -> mails(list, "Establish").size() == 1);

            client.post(agreement + "/amendments", JSON.readTree("""
                    {"title": {"en": "First amendment"}, "instrument": "EXCHANGE_OF_LETTERS",
                     "changes": {"term": {"period": "P10Y"},
                                 "commitments": {"C-01": {"rule": {"steps": [{"kind": "WITHIN", "period": "P60D"}]}}}},
                     "takesEffect": {"kind": "ON_DATE", "on": "2025-10-06"}}"""));
            var preview = client.get(agreement + "/amendments/1/preview");
            var impact = client.post(groups + "/deadline-impacts", preview.get("deadlineImpact"));
            assertThat(days(impact.get("moves"), "to")).isEqualTo(MOVED);

            for (var side : List.of("PK", "PS")) {
                client.post(
                        agreement + "/amendments/1/consents",
                        JSON.readTree("{\"party\": \"%s\", \"on\": \"2025-10-03\"}".formatted(side)));
            }
            assertThat(client.get(agreement + "/amendments/1").get("status").asText())
                    .isEqualTo("AGREED");
            assertThat(days(client.get(deadlines).get("items"), "lastDay"))
                    .containsEntry("EXPIRY", "2030-09-17")
                    .containsEntry("ESTABLISHMENT", "2025-10-17");

            stack.clock().runUntil(Instant.parse("2025-10-06T06:00:00Z"));

            client.await("three later dates", deadlines, list -> days(list.get("items"), "lastDay")
                    .equals(MOVED));
            for (var moved : items(client.get(deadlines))) {
                var history = client.get(
                                groups + "/deadlines/" + moved.get("id").asText())
                        .get("history");
                assertThat(history.get(history.size() - 1).get("cause").asText())
                        .isEqualTo("amendment no. 1 of the agreement");
            }
            var told = client.await(
                    "a notice of the move",
                    mailbox,
                    list -> mails(list, "Moved: ").size() == 1);
            assertThat(mails(told, "Moved: ").getFirst().toString()).contains("amendment no. 1 of the agreement");
        }
    }

    private static void member(ServiceClient client, String groups, String agreement)
            throws IOException, InterruptedException {
        var group = client.await("the group", groups + "/working-groups?agreement=" + agreement, list -> !items(list)
                        .isEmpty())
                .at("/items/0/id")
                .asText();
        client.post(groups + "/working-groups/" + group + "/members", JSON.readTree("""
                {"person": {"name": "Ayesha", "email": "ayesha@example.org", "language": "en", "zone": "Asia/Karachi"},
                 "party": "PK", "role": "MEMBER"}"""));
    }

    private static Map<String, String> days(JsonNode deadlines, String field) {
        return StreamSupport.stream(deadlines.spliterator(), false)
                .collect(Collectors.toMap(
                        one -> one.get("kind").asText(), one -> one.get(field).asText()));
    }

    private static List<JsonNode> mails(JsonNode list, String subject) {
        return items(list).stream()
                .filter(mail -> mail.get("subject").asText().contains(subject))
                .toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        var items = list.isArray() ? list : list.get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
