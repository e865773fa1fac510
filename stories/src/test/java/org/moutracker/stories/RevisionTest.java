package org.moutracker.stories;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.demo.DemoStack;
import org.moutracker.localstack.demo.ServiceClient;
import org.moutracker.localstack.demo.Story;

/** A country declares a day of mourning: many dates move, and everybody concerned gets one mail about all of them. */
@Tag("extended")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevisionTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEADLINES = 40;
    private static final List<String> MEMBERS = List.of("Ayesha", "Omar");

    @Test
    void whoever_was_told_of_forty_dates_hears_once_that_they_have_moved() throws IOException, InterruptedException {
        try (var stack = DemoStack.start(ROOT, "2025-09-17T12:00:00+05:00");
                var client = new ServiceClient(stack.token("registrar"))) {
            var groups = stack.url("workingGroups") + "/api/v1";
            var mailbox = stack.url("mailbox") + "/api/messages?limit=200";
            publish(client, groups, "");
            var group = group(stack, client, groups);
            for (var name : MEMBERS) {
                client.confirmAddresses(mailbox, name + "@example.org");
            }
            for (var i = 0; i < DEADLINES; i++) {
                client.post(groups + "/deadlines", JSON.readTree("""
                        {"workingGroupId": "%s", "kind": "ACTION", "title": "Action %d",
                         "rule": {"anchor": {"on": "2025-09-17"}, "roll": "FOLLOWING",
                                  "steps": [{"kind": "WITHIN", "period": "P30D"}, {"kind": "WITHIN", "period": "P0D"}],
                                  "calendars": {"authorities": ["MOURNING"]}}}""".formatted(group, i)));
            }
            stack.clock().begin(stack.clock().instant(), Speed.parse("2d/s"));
            stack.clock().runUntil(Instant.parse("2025-10-03T12:00:00Z"));
            client.await(
                    "a reminder of every date to everybody",
                    mailbox,
                    list -> mails(list, "Action ").size() == DEADLINES * MEMBERS.size());

            publish(client, groups, "{\"date\": \"2025-10-17\", \"name\": \"Day of mourning\"}");

            client.await(
                    "a notice to everybody",
                    mailbox,
                    list -> mails(list, "Moved: ").size() == MEMBERS.size());
            client.await(
                    "every date on the next open day",
                    groups + "/deadlines?kind=ACTION&limit=200&workingGroup=" + group,
                    list -> items(list).stream()
                            .allMatch(
                                    deadline -> deadline.get("lastDay").asText().equals("2025-10-20")));
            // The notice of a later move shows that all that was gathered before it has been told.
            var later = items(client.get(groups + "/deadlines?kind=ACTION&limit=1&workingGroup=" + group))
                    .getFirst();
            client.post(
                    groups + "/deadlines/" + later.get("id").asText() + "/extension",
                    JSON.readTree("{\"to\": \"2025-10-31\", \"reason\": \"agreed\"}"));
            var told = client.await(
                    "a notice of the later move",
                    mailbox,
                    list -> mails(list, "Moved: Action ").size() == MEMBERS.size());
            assertThat(mails(told, "Moved: 40 dates"))
                    .extracting(mail -> mail.get("to").toString())
                    .hasSize(MEMBERS.size())
                    .doesNotHaveDuplicates();
            assertThat(mails(told, "Moved: ")).hasSize(2 * MEMBERS.size());
        }
    }

    private static void publish(ServiceClient client, String groups, String closed)
            throws IOException, InterruptedException {
        var calendar = groups + "/calendars/MOURNING";
        client.put(calendar + "/draft", JSON.readTree("""
                {"name": "An office", "weekend": [6, 7], "closed": [%s], "workingDays": [], "confirmedUntil": "2030-12-31",
                 "source": {"title": "Gazette", "publishedOn": "2025-09-16"}}""".formatted(closed)));
        client.post(
                calendar + "/publication",
                JSON.readTree("{\"reason\": \"as decided\"}"),
                // A draft begins anew with each revision.
                "\"1\"");
    }

    private static String group(DemoStack stack, ServiceClient client, String groups)
            throws IOException, InterruptedException {
        var agreement = client.post(stack.url("agreements") + "/api/v1/agreements", Story.request("health-mou"))
                .get("id")
                .asText();
        var group = client.await("the group", groups + "/working-groups?agreement=" + agreement, list -> !items(list)
                        .isEmpty())
                .at("/items/0/id")
                .asText();
        for (var name : MEMBERS) {
            client.post(groups + "/working-groups/" + group + "/members", JSON.readTree("""
                    {"person": {"name": "%1$s", "email": "%1$s@example.org", "language": "en", "zone": "Asia/Karachi"},
                     "party": "%2$s", "role": "MEMBER"}""".formatted(
                            name, name.equals("Omar") ? "PS" : "PK")));
        }
        return group;
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
