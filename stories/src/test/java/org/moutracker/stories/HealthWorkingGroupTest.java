package org.moutracker.stories;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.demo.DemoStack;
import org.moutracker.localstack.demo.ServiceClient;
import org.moutracker.localstack.demo.Story;

/** The Pakistan–Palestine Health Working Group, from the announcement of September 2025 to its second meeting in May 2026. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthWorkingGroupTest {

    private static final Path ROOT = Path.of(requireNonNull(System.getProperty("mou.root")));
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoStack stack;
    private ServiceClient client;
    private String api;
    private String group = "";

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        stack = DemoStack.start(ROOT, "2025-09-17T12:00:00+05:00");
        client = new ServiceClient(stack.token("secretary"));
        api = stack.url("workingGroups") + "/api/v1";
    }

    @AfterEach
    void end() {
        client.close();
        stack.close();
    }

    @Test
    void it_is_announced_constituted_meets_twice_and_keeps_count_of_what_was_promised()
            throws IOException, InterruptedException {
        announced();
        var sana = nominated("Sana Malik", "PK", "CO_CHAIR");
        var ayesha = nominated("Ayesha Khan", "PK", "SECRETARY");
        var omar = nominated("Omar Haddad", "PS", "MEMBER");
        assertThat(of(group).get("missing").toString()).isEqualTo("[{\"side\":\"PS\",\"what\":\"CO_CHAIR\"}]");

        // Day 27 of 30.
        at("2025-10-14T09:00:00Z");
        var layla = nominated("Layla Nasser", "PS", "CO_CHAIR");
        assertThat(of(group).get("status").asText()).isEqualTo("CONSTITUTED");
        assertThat(of(group).get("establishedOn").asText()).isEqualTo("2025-10-14");
        assertThat(theDeadline("ESTABLISHMENT").get("status").asText()).isEqualTo("MET");
        assertThat(theDeadline("MEETING").get("lastDay").asText()).isEqualTo("2026-04-14");

        var first = planned("2025-11-10T10:00", "2025-11-10T14:00", "Islamabad");
        assertThat(first.get("host").asText()).isEqualTo("PK");
        assertThat(first.get("local").toString()).contains("2025-11-10T10:00:00+05:00", "2025-11-10T07:00:00+02:00");
        convened(first);
        invited("First meeting", "sana", "ayesha", "omar", "layla");
        post("/meetings/" + id(first) + "/replies", """
                {"person": "%s", "answer": "ACCEPTED"}""".formatted(
                        layla.at("/person/id").asText()));

        at("2025-11-10T10:00:00Z");
        var held =
                post("/meetings/" + id(first) + "/holding", """
                {"startedAt": "2025-11-10T10:05", "endedAt": "2025-11-10T13:40",
                 "attendance": ["%s", "%s", "%s", "%s"]}""".formatted(id(sana), id(ayesha), id(omar), id(layla)));
        assertThat(held.at("/held/quorate").asBoolean()).as(held.toString()).isTrue();
        assertThat(of(group).get("status").asText()).isEqualTo("ACTIVE");
        var met = deadlines("MEETING");
        assertThat(met).extracting(deadline -> deadline.get("status").asText()).containsExactly("MET", "ACTIVE");
        assertThat(met.get(1).get("lastDay").asText())
                .as("six months after the first")
                .isEqualTo("2026-05-10");

        minutesOf(first);
        var items = decided(first, ayesha, omar);
        oneIsMetAndOneIsLate(items);
        var huda = handedOver(layla);
        secondMeeting(sana, ayesha, omar, huda);
    }

    private void announced() throws IOException, InterruptedException {
        try (var registrar = new ServiceClient(stack.token("registrar"))) {
            var agreement =
                    id(registrar.post(stack.url("agreements") + "/api/v1/agreements", Story.request("health-mou")));
            var found = client.await("the group", api + "/working-groups?agreement=" + agreement, list -> !items(list)
                            .isEmpty())
                    .at("/items/0");
            group = id(found);
            assertThat(found.get("status").asText()).isEqualTo("MANDATED");
            assertThat(found.get("missing").toString())
                    .isEqualTo("[{\"side\":\"PK\",\"what\":\"CO_CHAIR\"},{\"side\":\"PS\",\"what\":\"CO_CHAIR\"}]");
        }
        client.await("the deadline", api + "/deadlines?workingGroup=" + group, list -> !items(list)
                .isEmpty());
        assertThat(theDeadline("ESTABLISHMENT").get("lastDay").asText()).isEqualTo("2025-10-17");
        post("/working-groups/" + group + "/terms-of-reference", """
                {"effectiveOn": "2025-09-17", "decisions": "CONSENSUS", "chairing": {"kind": "CO_CHAIRS"},
                 "languages": ["en", "ur", "ar"], "languageOfRecord": "en", "secretariat": "PK", "nominationWithin": "P30D",
                 "meetings": {"every": "P6M", "hosts": ["PK", "PS"], "notice": "P14D", "minutesWithin": "P30D", "silence": "P14D",
                              "quorum": {"minimumPerSide": 1, "coChairPerSide": true}}}""");
    }

    private void minutesOf(JsonNode meeting) throws IOException, InterruptedException {
        at("2025-11-20T09:00:00Z");
        var minutes = "/meetings/" + id(meeting) + "/minutes";
        assertThat(theDeadline("MINUTES").get("lastDay").asText()).isEqualTo("2025-12-10");
        post(minutes, "{\"document\": {\"title\": \"Minutes\", \"uri\": \"https://records.example/minutes-1.pdf\"}}");
        client.await(
                "word to everybody that there are minutes",
                mailbox(),
                list -> mails(list, "inutes").size() >= 4);
        post(minutes + "/agreement", "{\"side\": \"PK\"}");
        var agreed = post(minutes + "/agreement", "{\"side\": \"PS\", \"note\": \"note verbale 14/2025\"}");
        assertThat(agreed.get("status").asText()).isEqualTo("MINUTES_AGREED");
    }

    private JsonNode decided(JsonNode meeting, JsonNode ayesha, JsonNode omar)
            throws IOException, InterruptedException {
        var decision =
                post("/working-groups/" + group + "/decisions", """
                {"meetingId": "%s", "title": "Train twelve ophthalmologists in Lahore", "text": "Both sides agree.",
                 "positions": [{"side": "PK", "position": "FOR"}, {"side": "PS", "position": "FOR"}],
                 "effects": [
                   {"do": "ASSIGN_ACTION", "title": "Reserve places in Lahore", "party": "PK", "assignee": "%s", "due": "2025-12-15"},
                   {"do": "ASSIGN_ACTION", "title": "Send the list of trainees", "party": "PS", "assignee": "%s", "due": "2026-01-15"}
                 ]}""".formatted(id(meeting), id(ayesha), id(omar)));
        assertThat(decision.get("status").asText()).isEqualTo("ADOPTED");
        assertThat(decision.get("number").asText()).isEqualTo("D-2025-01");
        var items = client.get(api + "/action-items?group=" + group);
        assertThat(items(items)).hasSize(2);
        return items;
    }

    private void oneIsMetAndOneIsLate(JsonNode items) throws IOException, InterruptedException {
        at("2025-12-10T09:00:00Z");
        var places = item(items, "Reserve places in Lahore");
        post("/action-items/" + id(places) + "/completion", "{\"on\": \"2025-12-10\"}");

        at("2026-01-20T09:00:00Z");
        var list = item(items, "Send the list of trainees");
        var late = mailed("omar", "Send the list of trainees – was due");
        assertThat(client.get(api + "/action-items/" + id(list)).get("overdue").asBoolean())
                .isTrue();
        press(late, "done", "on=2026-01-20&note=twelve+names");
        var question = mailed("ayesha", "Reported done, please confirm: Send the list of trainees");
        assertThat(question.get("text").asText()).contains("Omar Haddad of PS", "20 January 2026", "twelve names");
        assertThat(client.get(api + "/action-items/" + id(list)).get("status").asText())
                .as("nothing is done by a report alone")
                .isEqualTo("OPEN");
        press(question, "decide", "decision=confirm");
        client.await("the action being done", api + "/action-items/" + id(list), item -> item.get("status")
                .asText()
                .equals("DONE"));

        var report = client.get(api + "/working-groups/" + group + "/report?from=2025-10-01&to=2026-01-20");
        assertThat(items(report.at("/actionItems/done")))
                .extracting(item -> item.get("lastDay").asText() + " done "
                        + item.get("doneOn").asText())
                .containsExactlyInAnyOrder("2025-12-15 done 2025-12-10", "2026-01-15 done 2026-01-20");
        assertThat(items(report.at("/meetings/held"))).hasSize(1);
        assertThat(items(report.at("/decisions/all"))).hasSize(1);
    }

    private JsonNode handedOver(JsonNode layla) throws IOException, InterruptedException {
        at("2026-03-01T09:00:00Z");
        post("/working-groups/" + group + "/members/" + id(layla) + "/end", """
                {"on": "2026-03-01", "reason": "posted abroad", "nomination": {"party": "PS", "role": "CO_CHAIR",
                 "person": {"name": "Huda Saleh", "email": "huda.saleh@moh.example", "zone": "Asia/Hebron"}}}""");
        assertThat(of(group).get("missing")).isEmpty();
        client.confirmAddresses(mailbox(), "huda.saleh@moh.example");
        return items(client.get(api + "/working-groups/" + group + "/members?limit=50")).stream()
                .filter(member -> member.at("/person/name").asText().equals("Huda Saleh"))
                .findFirst()
                .orElseThrow();
    }

    private void secondMeeting(JsonNode... present) throws IOException, InterruptedException {
        at("2026-04-01T09:00:00Z");
        var second = planned("2026-05-06T10:00", "2026-05-06T15:00", "Ramallah");
        assertThat(second.get("host").asText()).isEqualTo("PS");
        assertThat(second.get("number").asInt()).isEqualTo(2);
        convened(second);
        var invited = invited("Second meeting", "sana", "ayesha", "omar", "huda");
        assertThat(invited)
                .as("Layla has left")
                .noneMatch(mail -> mail.get("to").toString().contains("layla"));

        at("2026-05-06T14:00:00Z");
        post("/meetings/" + id(second) + "/holding", """
                {"startedAt": "2026-05-06T10:00", "endedAt": "2026-05-06T14:30", "attendance": ["%s", "%s", "%s", "%s"]}""".formatted(
                java.util.Arrays.stream(present).map(HealthWorkingGroupTest::id).toArray()));
        assertThat(deadlines("MEETING"))
                .extracting(deadline -> deadline.get("lastDay").asText() + " "
                        + deadline.get("status").asText())
                .containsExactly("2026-04-14 MET", "2026-05-10 MET", "2026-11-10 ACTIVE");
        var plan = client.get(api + "/working-groups/" + group + "/meeting-plan");
        assertThat(plan.get("nextHost").asText()).isEqualTo("PK");
        assertThat(plan.at("/lastHeld/on").asText()).isEqualTo("2026-05-06");
        assertThat(plan.get("overdueBy").isNull()).isTrue();
    }

    private JsonNode nominated(String name, String party, String role) throws IOException, InterruptedException {
        var address = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        var member = post("/working-groups/" + group + "/members", """
                {"person": {"name": "%s", "email": "%s", "zone": "%s"}, "party": "%s", "role": "%s"}""".formatted(
                        name, address, party.equals("PK") ? "Asia/Karachi" : "Asia/Hebron", party, role));
        client.confirmAddresses(mailbox(), address);
        return member;
    }

    private JsonNode planned(String start, String end, String place) throws IOException, InterruptedException {
        return post("/working-groups/" + group + "/meetings", """
                {"startsAt": "%s", "endsAt": "%s", "place": "%s"}""".formatted(start, end, place));
    }

    private void convened(JsonNode meeting) throws IOException, InterruptedException {
        post("/meetings/" + id(meeting) + "/convocation", "{}");
    }

    /** Waits until everybody has an invitation in his mailbox. */
    private List<JsonNode> invited(String title, String... names) throws IOException, InterruptedException {
        var mails = client.await("invitations to the " + title, mailbox(), list -> List.of(names).stream()
                .allMatch(name -> mails(list, title).stream()
                        .anyMatch(mail -> mail.get("to").toString().contains(name))));
        return mails(mails, title);
    }

    /** Waits for a mail to somebody. */
    private JsonNode mailed(String name, String subject) throws IOException, InterruptedException {
        var mails =
                client.await("a mail to %s: %s".formatted(name, subject), mailbox(), list -> !mails(list, name, subject)
                        .isEmpty());
        return mails(mails, name, subject).getLast();
    }

    private static List<JsonNode> mails(JsonNode list, String name, String subject) {
        return mails(list, subject).stream()
                .filter(mail -> mail.get("to").toString().contains(name))
                .toList();
    }

    /** Opens the page that a mail links, as its reader does and as programs do that look for harm, and presses its button. */
    private static void press(JsonNode mail, String action, String form) throws IOException, InterruptedException {
        var link = Pattern.compile("http\\S+/actions/\\S+\\." + action + "\\.\\S+")
                .matcher(mail.get("text").asText());
        assertThat(link.find()).as("%s in %s", action, mail).isTrue();
        var page = HttpRequest.newBuilder(URI.create(link.group()));
        try (var browser = HttpClient.newHttpClient()) {
            for (var look = 0; look < 2; look++) {
                var seen = browser.send(page.GET().build(), BodyHandlers.ofString());
                assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
            }
            page.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
            var pressed = browser.send(page.build(), BodyHandlers.ofString());
            assertThat(pressed.statusCode()).as(pressed.body()).isEqualTo(200);
            assertThat(browser.send(page.build(), BodyHandlers.ofString()).statusCode())
                    .as("a link is good for once")
                    .isEqualTo(410);
        }
    }

    private void at(String instant) {
        stack.clock().set(Instant.parse(instant));
    }

    private String mailbox() {
        return stack.url("mailbox") + "/api/messages?limit=500";
    }

    private JsonNode of(String group) throws IOException, InterruptedException {
        return client.get(api + "/working-groups/" + group);
    }

    private List<JsonNode> deadlines(String kind) throws IOException, InterruptedException {
        return items(client.get(api + "/deadlines?kind=" + kind + "&workingGroup=" + group));
    }

    private JsonNode theDeadline(String kind) throws IOException, InterruptedException {
        return deadlines(kind).getFirst();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return client.post(api + path, JSON.readTree(body));
    }

    private static JsonNode item(JsonNode list, String title) {
        return items(list).stream()
                .filter(item -> item.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
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
