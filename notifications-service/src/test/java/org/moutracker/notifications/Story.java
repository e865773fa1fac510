package org.moutracker.notifications;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.testing.EventSamples;

/** The agreement of the samples under ids of its own, told by events as the other services tell it. */
public final class Story {

    public static final Instant MORNING = Instant.parse("2025-09-17T07:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String AYESHA = "01995778-6000-7000-8000-00000000f001";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("/address-verifications/[A-Za-z0-9_-]{43}");
    private static final KafkaProducer<String, byte[]> KAFKA = producer();
    private static final AtomicLong SEQUENCE = new AtomicLong(System.currentTimeMillis());
    private static final List<String> IDS = List.of(
            "01995778-5a00-7000-8000-00000000a001",
            "01995778-5a80-7000-8000-00000000d001",
            "01995778-5a80-7000-8000-00000000e001",
            "01995778-5a00-7000-8000-00000000c001",
            AYESHA,
            "01995778-6000-7000-8000-00000000f002",
            "01995778-6000-7000-8000-00000000f003",
            "01995778-6000-7000-8000-00000000b001",
            "01995778-6000-7000-8000-00000000b002",
            "01995778-5a00-7000-8000-000000000101",
            "01995778-5a00-7000-8000-000000000102",
            "01995778-5500-7000-8000-000000000a01",
            "01995778-5500-7000-8000-000000000a03",
            "01995778-6000-7000-8000-00000000cb01",
            "01995778-6000-7000-8000-00000000f701",
            "01995778-6000-7000-8000-00000000f702",
            "01995778-6000-7000-8000-00000000f703");
    private static final Map<String, String> TOPICS = Map.of(
            "agreement", "mou.agreements.state.v1",
            "deadline", "mou.deadlines.state.v1",
            "working-group", "mou.working-groups.state.v1",
            "person", "mou.people.v1",
            "calendar", "mou.calendars.v1",
            "meeting", "mou.meetings.state.v1",
            "organization", "mou.organizations.v1",
            "contact-point", "mou.contact-points.v1",
            "responsibility", "mou.responsibilities.v1");

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Sql sql = CDI.current().select(Sql.class).get();
    private boolean confirms = true;

    private Story() {
        IDS.forEach(id -> own.put(id, UUID.randomUUID().toString()));
    }

    /** A story of its own that begins on the morning of the signature, in calendars of both countries. */
    public static Story begin() {
        TestStack.clock().begin(MORNING, Speed.STILL);
        var story = new Story();
        story.send(
                story.event("calendar.published", data -> {
                    data.put("authority", "PK");
                    data.putArray("weekend").add(6).add(7);
                    data.putArray("closed");
                }),
                story.event("calendar.published"));
        return story;
    }

    /** From here on nobody presses the button in the mails that ask for it. */
    public Story thatNobodyConfirms() {
        confirms = false;
        return this;
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", TestStack.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Agreement, group with a co-chair on each side, both people, and the deadline of 2025-10-17. */
    public Story withEverybody() {
        withTheGroup().tell("deadline.opened");
        return this;
    }

    /** Agreement, group with a co-chair on each side, and both people. */
    public Story withTheGroup() {
        send(
                event("agreement.entered-into-force"),
                event("person.changed"),
                event("person.changed", this::zuhair),
                event("working-group.constituted", group -> group.put("status", "FORMING")));
        return this;
    }

    /** A secretary on the side of Pakistan, Bilal. */
    public Story withASecretary(String language) {
        tell("person.changed", person -> {
            person.put("id", id("f003")).put("name", "Bilal Ahmed");
            person.put("email", mailbox("bilal")).put("language", language);
        });
        tell("working-group.constituted", group -> {
            group.put("status", "FORMING");
            var member = ((ObjectNode) group.get("members").get(0)).deepCopy();
            group.withArray("members").add(member);
            member.put("id", UUID.randomUUID().toString()).put("personId", id("f003"));
            member.put("role", "SECRETARY");
        });
        return this;
    }

    /** The co-chair of the other side. */
    public void zuhair(ObjectNode person) {
        person.put("id", id("f002")).put("name", "Zuhair Zaid").put("email", mailbox("zuhair"));
        person.put("zone", "Asia/Hebron");
    }

    /** An id of the samples, by its end, as it is in this story. */
    public String id(String end) {
        return own.entrySet().stream()
                .filter(id -> id.getKey().endsWith(end))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    public String mailbox(String person) {
        return person + "@" + name + ".example";
    }

    public void tell(String event) {
        tell(event, data -> {});
    }

    /** Sends an event like the sample, changed as given, and waits until it was heard. */
    public void tell(String event, Consumer<ObjectNode> change) {
        send(event(event, change));
    }

    private JsonNode event(String event) {
        return event(event, data -> {});
    }

    /** An event like the sample that is newer than all before it. */
    public JsonNode event(String event, Consumer<ObjectNode> change) {
        var text = EventSamples.sample("mou." + event + ".v1")
                .toString()
                .replace("ayesha.khan@health.example", mailbox("ayesha"));
        for (var id : own.entrySet()) {
            text = text.replace(id.getKey(), id.getValue());
        }
        try {
            var sample = (ObjectNode) JSON.readTree(text);
            var data = (ObjectNode) sample.get("data");
            if (event.equals("person.changed")) {
                // So that what mails say can be compared; which of them says it in which language is told elsewhere.
                data.put("language", "en");
            }
            change.accept(data);
            var subject = data.has("id")
                    ? data.get("id").asText()
                    : data.get("authority").asText();
            var noun = sample.get("subject").asText().split("/", -1)[0];
            return sample.put("sequence", "%020d".formatted(SEQUENCE.incrementAndGet()))
                    .put("subject", noun + "/" + subject)
                    .put("partitionkey", subject)
                    .put("time", TestStack.clock().instant().toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An event about a meeting of the group, for which there may be no sample. */
    public JsonNode meetingEvent(String whatHappened, String id, ObjectNode data) {
        var type = "mou.meeting." + whatHappened + ".v1";
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "/working-group-service")
                .put("type", type)
                .put("subject", "meetings/" + id)
                .put("time", TestStack.clock().instant().toString())
                .put("dataschema", "/events/" + type)
                .put("datacontenttype", "application/json")
                .put("sequence", "%020d".formatted(SEQUENCE.incrementAndGet()))
                .put("partitionkey", id)
                .put("correlationid", UUID.randomUUID().toString())
                .set("data", data);
    }

    /** Sends events in this order and waits until all were heard. */
    public void send(JsonNode... events) {
        for (var event : events) {
            var topic = event.path("data").hasNonNull("internalTo")
                    ? "mou.internal-deadlines.v1"
                    : TOPICS.get(event.get("type").asText().split("\\.", -1)[1]);
            var unused = KAFKA.send(EventSamples.record(String.valueOf(topic), event));
        }
        KAFKA.flush();
        for (var event : events) {
            await().atMost(PATIENCE).pollInterval(POLL).until(() -> isHeard(event));
        }
        settle();
        if (confirms
                && Arrays.stream(events)
                        .anyMatch(event -> event.get("type").asText().equals("mou.person.changed.v1"))) {
            confirmAll();
        }
    }

    /** Presses the button behind every link that this story's people were sent and can still use. */
    public void confirmAll() {
        for (var mail : verificationMails()) {
            if (given().get(path(mail)).statusCode() == 200) {
                given().post(path(mail)).then().statusCode(200);
            }
        }
        settle();
    }

    /** The address of the page that a verification mail links. */
    public static String path(ReceivedMail mail) {
        var link = LINK.matcher(String.valueOf(mail.text()));
        if (!link.find()) {
            throw new IllegalArgumentException("there is no link in " + mail.text());
        }
        return link.group();
    }

    /** The mails that ask this story's people whether their address is right, oldest first. */
    public List<ReceivedMail> verificationMails() {
        return allMails().filter(Story::asks).toList();
    }

    private static boolean asks(ReceivedMail mail) {
        return LINK.matcher(String.valueOf(mail.text())).find();
    }

    /** An official vouches for somebody's address, as he does where no link arrives. */
    public void vouch(String end) {
        Api.asRegistrar()
                .contentType("application/json")
                .body("{\"evidence\": \"Note verbale 12/2025 of 2025-09-20\"}")
                .post("/api/v1/recipients/{id}/address-verification", id(end))
                .then()
                .statusCode(200);
        settle();
    }

    private boolean isHeard(JsonNode event) {
        return !sql.query(
                        "SELECT 1 AS one FROM inbox WHERE subject = ? AND sequence >= ?",
                        row -> row.getInt("one"),
                        event.get("subject").asText(),
                        event.get("sequence").asText())
                .isEmpty();
    }

    /** Forgets a person, as the tombstone on the topic does. */
    public void erase(String end) {
        var event = (ObjectNode) event("person.changed", data -> data.put("id", id(end)));
        event.putNull("data");
        send(event);
    }

    /** Lets time go on and waits until all that was due has been done. */
    public Story at(String instant) {
        TestStack.clock().set(Instant.parse(instant));
        settle();
        return this;
    }

    public void settle() {
        await().atMost(PATIENCE).pollInterval(POLL).until(this::isSettled);
    }

    private boolean isSettled() {
        var now = CDI.current().select(InstantSource.class).get().instant();
        var agreement = id("a001");
        var people = Column.ids(own.values().stream().map(UUID::fromString).toList());
        var open = sql.query(
                """
                SELECT (SELECT count(*) FROM volume WHERE state = 'GATHERING')
                     + (SELECT count(*) FROM plan JOIN deadline ON deadline.id = deadline_id
                        WHERE agreement_id = ?::uuid AND active AND next_fire_at <= ?)
                     + (SELECT count(*) FROM moved JOIN deadline ON deadline.id = deadline_id
                        WHERE agreement_id = ?::uuid AND since <= clock_timestamp() - interval '5 minutes')
                     + (SELECT count(*) FROM delivery JOIN alert ON alert.id = alert_id
                        WHERE agreement_id = ?::uuid AND delivery.state IN ('PENDING', 'SENDING')
                          AND next_attempt_at IS DISTINCT FROM 'infinity')
                     + (SELECT count(*) FROM delivery JOIN letter ON letter.id = letter_id
                        JOIN invitation ON invitation.id = invitation_id JOIN meeting ON meeting.id = meeting_id
                        WHERE working_group_id = ?::uuid AND (delivery.state = 'SENDING'
                            OR delivery.state = 'PENDING' AND next_attempt_at <= clock_timestamp()))
                     + (SELECT count(*) FROM delivery
                        JOIN address_verification AS asked ON asked.id = verification_id
                        WHERE recipient_id = ANY (?) AND delivery.state IN ('PENDING', 'SENDING')
                          AND next_attempt_at IS DISTINCT FROM 'infinity')
                     + (SELECT count(*) FROM delivery JOIN digest ON digest.id = digest_id
                        WHERE recipient_id = ANY (?) AND delivery.state IN ('PENDING', 'SENDING')
                          AND next_attempt_at IS DISTINCT FROM 'infinity')
                     + (SELECT count(*) FROM digest_turn WHERE recipient_id = ANY (?) AND next_at <= ?)
                     + (SELECT count(*) FROM delivery WHERE waits_for = ANY (?) AND waits_until <= ?) AS open
                """,
                row -> row.getInt("open"),
                agreement,
                now,
                agreement,
                agreement,
                id("e001"),
                people,
                people,
                people,
                now,
                people,
                now);
        return open.getFirst() == 0;
    }

    /** The mails to this story's people so far, oldest first, without those that only ask for the address. */
    public List<ReceivedMail> mails() {
        return allMails().filter(mail -> !asks(mail)).toList();
    }

    private Stream<ReceivedMail> allMails() {
        return TestStack.mailTo("@" + name + ".example").stream();
    }

    /** The mails so far as {@code person: subject}. */
    public List<String> post() {
        var post = new ArrayList<String>();
        for (var mail : mails()) {
            post.add(mail.to().getFirst().split("@", -1)[0] + " "
                    + mail.subject().split(":", -1)[0]);
        }
        return post;
    }

    /** Lets the time pass for which moves are gathered, and waits until all that was due has been done. */
    public Story afterAWhile() {
        sql.update("""
                UPDATE moved SET since = since - interval '5 minutes'
                FROM deadline WHERE deadline.id = deadline_id AND agreement_id = ?::uuid
                """, id("a001"));
        settle();
        return this;
    }

    /** The alerts so far as {@code PK T-14 plan 1 ACTIVE}. */
    public List<String> alerts() {
        return sql.query("""
                SELECT concat_ws(' ', party, coalesce(CASE WHEN step > 0 THEN 'T+' ELSE 'T-' END || abs(step), level),
                                 'plan', plan_no, state, ended_because) AS told
                FROM alert WHERE deadline_id = ?::uuid ORDER BY party, plan_no, step
                """, row -> String.valueOf(row.getString("told")), id("d001"));
    }

    /** Whom the alerts so far are known to have told. */
    public List<String> names() {
        return sql.query("""
                SELECT DISTINCT coalesce(name, 'unknown') AS name FROM alert LEFT JOIN recipient ON recipient.id = recipient_id
                WHERE deadline_id = ?::uuid
                """, row -> String.valueOf(row.getString("name")), id("d001"));
    }

    /** What became of the messages, as {@code CLOSED CANCELLED}. */
    public List<String> deliveries() {
        return sql.query("""
                SELECT concat_ws(' ', delivery.state, closed_because) AS became
                FROM delivery JOIN alert ON alert.id = alert_id WHERE deadline_id = ?::uuid ORDER BY became
                """, row -> String.valueOf(row.getString("became")), id("d001"));
    }

    /** What came of each attempt. */
    public List<String> attempts() {
        return sql.query("""
                SELECT outcome FROM delivery_attempt JOIN delivery ON delivery.id = delivery_id
                JOIN alert ON alert.id = alert_id WHERE deadline_id = ?::uuid
                """, row -> String.valueOf(row.getString("outcome")), id("d001"));
    }
}
