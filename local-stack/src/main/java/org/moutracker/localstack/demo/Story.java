package org.moutracker.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.moutracker.localstack.SimulatedClock;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.demo.Expected.Person;

/** The chapters of the story; each waits for what it expects, and tells it. */
public final class Story {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Speed TWO_DAYS_A_SECOND = Speed.parse("2d/s");

    private final Timeline timeline = new Timeline();
    private final List<Expected> told = new ArrayList<>();
    private final ServiceClient client;
    private final SimulatedClock clock;
    private final String agreements;
    private final String groups;
    private final String alerts;
    private final String mailbox;
    private String group = "";
    private String deadline = "";

    public Story(DemoStack stack, ServiceClient client) {
        this.client = client;
        this.clock = stack.clock();
        this.agreements = stack.url("agreements") + "/api/v1/agreements";
        this.groups = stack.url("workingGroups") + "/api/v1";
        this.alerts = stack.url("notifications") + "/api/v1";
        this.mailbox = stack.url("mailbox") + "/api/messages";
    }

    public void register() throws IOException, InterruptedException {
        var laboratory = client.post(agreements, request("cancer-laboratory"));
        tell("registered: %s, %s".formatted(laboratory.get("reference").asText(), title(laboratory)));
        timeline.add("%s; signed %s, and no deadline anywhere"
                .formatted(
                        laboratory.get("status").asText(),
                        laboratory.at("/facts/SIGNATURE").asText()));
        var agreement = client.post(agreements, request("health-mou"));
        var id = agreement.get("id").asText();
        tell("registered: %s, %s".formatted(agreement.get("reference").asText(), title(agreement)));
        timeline.add("%s since %s"
                .formatted(
                        agreement.get("status").asText(),
                        agreement.get("enteredIntoForceOn").asText()));

        var mandated = client.await(
                        "the group's mandate", groups + "/working-groups?agreement=" + id, list -> !items(list)
                                .isEmpty())
                .at("/items/0");
        group = mandated.get("id").asText();
        tell("group mandated: %s".formatted(mandated.get("name").asText()));
        tellMissing(mandated);
        var due = client.await(
                        "the deadline", groups + "/deadlines?kind=ESTABLISHMENT&agreement=" + id, list -> !items(list)
                                .isEmpty())
                .at("/items/0");
        deadline = due.get("id").asText();
        tell("deadline: %s until %s (%s)"
                .formatted(
                        due.get("title").asText(),
                        due.get("lastDay").asText(),
                        due.get("dueAt").asText()));
        client.get(groups + "/deadlines/" + deadline)
                .get("explanation")
                .forEach(step -> timeline.add("%s: %s, %s"
                        .formatted(
                                step.get("step").asText(),
                                step.get("result").asText(),
                                step.get("because").asText())));
        expect(due.get("lastDay").asText().equals("2025-10-17"), "the last day is 2025-10-17");
        watch(laboratory.get("id").asText());
    }

    /** What has no date is watched: nobody forgets it for longer than half a year. */
    private void watch(String agreement) throws IOException, InterruptedException {
        var watches = items(client.await(
                "the watches of the laboratory", groups + "/deadlines?agreement=" + agreement, list -> !items(list)
                        .isEmpty()));
        expect(
                watches.stream().allMatch(one -> one.get("kind").asText().equals("STAGNATION")),
                "the laboratory has no deadline, and is watched");
        tell("watched: the laboratory, of which somebody should report by %s"
                .formatted(watches.getFirst().get("lastDay").asText()));
    }

    public void nominateMembers() throws IOException, InterruptedException {
        nominate(Person.AYESHA, "MEMBER");
        tellMissing(nominate(Person.OMAR, "MEMBER"));
        confirm(Person.AYESHA, Person.OMAR);
    }

    /** Lets time run from alert to alert, and holds each against what was expected. */
    public void alerts(List<Expected> expected) throws IOException, InterruptedException {
        for (var next : expected) {
            client.await(
                    "the plan for " + next.step() + " to " + next.person().fullName,
                    alerts + "/alert-plans/" + deadline,
                    plan -> plan.get("active").asBoolean()
                            && plan.get("steps").toString().contains(next.person().fullName));
            runUntil(next.instant().plus(Duration.ofMinutes(5)));
            told.add(next);
            var alert = client.await(
                    "%s to %s on %s".formatted(next.step(), next.person().fullName, next.day()),
                    alerts + "/alerts?deadline=" + deadline + "&limit=200",
                    list -> items(list).stream().anyMatch(a -> is(a, next) && isAccepted(a)));
            var mails = client.await(
                    "the mail of " + next.step() + " to " + next.person().fullName,
                    mailbox,
                    list -> mailsTo(list, next.person()).size() >= count(next.person()));
            expect(
                    mailsTo(mails, next.person()).size() == count(next.person()),
                    "%s has %d mails".formatted(next.person().fullName, count(next.person())));
            expect(items(alert).size() == told.size(), "there are %d alerts: %s".formatted(told.size(), alert));
            var newest = newest(mailsTo(mails, next.person()));
            tell("%s to %s: %s"
                    .formatted(
                            next.step(),
                            next.person().fullName,
                            newest.get("subject").asText()));
        }
        tellMissing(client.get(groups + "/working-groups/" + group));
    }

    public void nominateCoChairs() throws IOException, InterruptedException {
        var planned = client.get(alerts + "/alert-plans/" + deadline).get("steps");
        runUntil(Instant.parse("2025-10-14T09:30:00Z"));
        nominate(Person.SANA, "CO_CHAIR");
        nominate(Person.LAYLA, "CO_CHAIR");
        confirm(Person.SANA, Person.LAYLA);
        var constituted =
                client.await("the constitution of the group", groups + "/working-groups/" + group, g -> g.get("status")
                        .asText()
                        .equals("CONSTITUTED"));
        tell("group constituted on " + constituted.get("establishedOn").asText());
        client.await("the deadline being met", groups + "/deadlines/" + deadline, d -> d.get("status")
                .asText()
                .equals("MET"));
        tell("deadline met");
        client.await(
                "the end of the plan",
                alerts + "/alert-plans/" + deadline,
                plan -> !plan.get("active").asBoolean() && plan.get("steps").isEmpty());
        planned.forEach(step -> step.get("recipients")
                .forEach(person -> timeline.add("cancelled: %s to %s, planned for %s"
                        .formatted(
                                step.get("step").asText(),
                                person.get("name").asText(),
                                step.get("fireAt").asText()))));
    }

    public void letTheDayPass() throws IOException, InterruptedException {
        var before = items(client.get(mailbox)).size();
        runUntil(Instant.parse("2025-10-20T12:00:00Z"));
        // Nothing is to come, so there is nothing to wait for but the engine's next rounds.
        TimeUnit.SECONDS.sleep(1);
        expect(items(client.get(mailbox)).size() == before, "nobody is alerted of a deadline that is met");
        tell("the day has passed, and nobody was alerted again");
    }

    public void tellOverdue() throws IOException, InterruptedException {
        var due = client.get(groups + "/deadlines/" + deadline);
        expect(due.get("derived").asText().equals("OVERDUE"), "the deadline is overdue");
        tell("deadline missed: %s, status %s, %s"
                .formatted(
                        due.get("lastDay").asText(),
                        due.get("status").asText(),
                        due.get("derived").asText()));
        tellMissing(client.get(groups + "/working-groups/" + group));
    }

    private JsonNode nominate(Person person, String role) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("party", person.party).put("role", role);
        body.putObject("person")
                .put("name", person.fullName)
                .put("email", person.email)
                .put("language", "en")
                .put("zone", person.zone);
        client.post(groups + "/working-groups/" + group + "/members", body);
        tell("%s nominates %s as %s".formatted(person.party, person.fullName, role));
        return client.get(groups + "/working-groups/" + group);
    }

    /** Until then each of them has got one mail, in which nothing official is. */
    private void confirm(Person... people) throws IOException, InterruptedException {
        for (var person : people) {
            client.confirmAddresses(mailbox, person.email);
            tell("%s opens the mail that asks for it and confirms the address".formatted(person.fullName));
        }
    }

    private void runUntil(Instant end) throws InterruptedException {
        if (clock.instant().isBefore(end)) {
            clock.begin(clock.instant(), TWO_DAYS_A_SECOND);
            clock.runUntil(end);
            while (clock.instant().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private void tellMissing(JsonNode group) {
        var missing = StreamSupport.stream(group.get("missing").spliterator(), false)
                .map(m -> m.get("what").asText() + " of " + m.get("side").asText())
                .toList();
        timeline.add("still missing: " + (missing.isEmpty() ? "nothing" : String.join(", ", missing)));
    }

    private void tell(String what) {
        timeline.tell(clock.instant(), what);
    }

    private int count(Person person) {
        return (int) told.stream().filter(e -> e.person() == person).count();
    }

    private static boolean is(JsonNode alert, Expected expected) {
        return alert.get("step").asText().equals(expected.step())
                && alert.at("/recipient/name").asText().equals(expected.person().fullName)
                && Instant.parse(alert.get("fireAt").asText()).equals(expected.instant());
    }

    private static boolean isAccepted(JsonNode alert) {
        return items(alert, "deliveries").stream()
                .anyMatch(delivery -> delivery.get("state").asText().equals("ACCEPTED"));
    }

    private static List<JsonNode> mailsTo(JsonNode mails, Person person) {
        return items(mails).stream()
                .filter(mail -> mail.get("to").toString().contains(person.email))
                .filter(mail -> !ServiceClient.asksForAddress(mail))
                .toList();
    }

    private static JsonNode newest(List<JsonNode> mails) {
        return mails.stream()
                .max((a, b) -> a.get("receivedAt")
                        .asText()
                        .compareTo(b.get("receivedAt").asText()))
                .orElseThrow();
    }

    private static List<JsonNode> items(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false).toList() : items(list, "items");
    }

    private static List<JsonNode> items(JsonNode list, String field) {
        return StreamSupport.stream(list.get(field).spliterator(), false).toList();
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new Unexpected("it should be that " + what);
        }
    }

    private static String title(JsonNode agreement) {
        return agreement.at("/title/en").asText();
    }

    /** A request that the story sends: {@code health-mou} or {@code cancer-laboratory}. */
    public static ObjectNode request(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(Story.class.getResourceAsStream("/demo/" + name + ".json"))) {
            return (ObjectNode) JSON.readTree(file);
        }
    }
}
