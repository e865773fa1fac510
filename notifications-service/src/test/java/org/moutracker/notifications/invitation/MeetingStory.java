package org.moutracker.notifications.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.mail.ReceivedMail;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** A meeting of the group of the samples, told by events as its owner tells it, and the mails about it. */
public final class MeetingStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Closing a consumer waits for the fetch under way, and at the end of a topic that waits for more. */
    private static final int BRIEFLY = 10;

    public final Story story;
    public final String id = UUID.randomUUID().toString();
    private final ObjectNode meeting;
    private final Sql sql = CDI.current().select(Sql.class).get();

    private MeetingStory(Story story) {
        this.story = story;
        this.meeting = meeting();
    }

    /** The group is there, with a co-chair on each side, and nobody has heard of a meeting. */
    public static MeetingStory begin() {
        return new MeetingStory(Story.begin().withTheGroup());
    }

    /** Nobody has heard of anything. */
    public static MeetingStory beginUnheard() {
        return new MeetingStory(Story.begin());
    }

    private ObjectNode meeting() {
        var data = JSON.createObjectNode()
                .put("id", id)
                .put("workingGroupId", story.id("e001"))
                .put("number", 1)
                .put("kind", "ORDINARY")
                .put("title", "First meeting")
                .put("status", "PLANNED")
                .put("startsAt", "2025-11-10T05:00:00Z")
                .put("endsAt", "2025-11-10T09:00:00Z")
                .put("zone", "Asia/Karachi")
                .put("place", "Islamabad")
                .putNull("online")
                .put("host", "PK")
                .put("sequence", 0);
        data.putArray("agenda")
                .addObject()
                .put("number", 1)
                .put("title", "Plan of work")
                .put("minutes", 60);
        data.putArray("invitees");
        invite(data, "f001", "PK");
        invite(data, "f002", "PS");
        return data.putNull("minutes").put("version", 1);
    }

    private void invite(ObjectNode data, String person, String party) {
        data.withArray("invitees")
                .addObject()
                .put("personId", story.id(person))
                .put("party", party)
                .put("side", party)
                .put("as", "MEMBER")
                .put("answer", "NEEDS_ACTION");
    }

    /** An event that tells the meeting as it is after a change; to be sent by hand. */
    public JsonNode event(String whatHappened, Consumer<ObjectNode> change) {
        change.accept(meeting);
        meeting.put("version", meeting.get("version").asInt() + 1);
        return story.meetingEvent(whatHappened, id, meeting.deepCopy());
    }

    public MeetingStory tell(String whatHappened, Consumer<ObjectNode> change) {
        story.send(event(whatHappened, change));
        return this;
    }

    public MeetingStory convened() {
        return tell("convened", meeting -> meeting.put("status", "CONVENED"));
    }

    /** Moved by a day, as its owner does it. */
    public MeetingStory moved() {
        return tell("changed", meeting -> meeting.put("startsAt", "2025-11-11T05:00:00Z")
                .put("endsAt", "2025-11-11T09:00:00Z")
                .put("sequence", meeting.get("sequence").asInt() + 1));
    }

    public MeetingStory cancelled() {
        return tell("cancelled", meeting -> meeting.put("status", "CANCELLED")
                .put("sequence", meeting.get("sequence").asInt() + 1));
    }

    /** Lets the time pass for which changes of words are gathered. */
    public MeetingStory afterAWhile() {
        change("next_attempt_at = clock_timestamp()", "delivery.state = 'PENDING'");
        story.settle();
        return this;
    }

    /** As something outside of us leaves the messages about this meeting. */
    public void change(String change, String where) {
        sql.update(
                "UPDATE delivery SET " + change + " FROM letter JOIN invitation ON invitation.id = letter.invitation_id"
                        + " WHERE delivery.letter_id = letter.id AND meeting_id = ?::uuid AND " + where,
                id);
    }

    /** How many of the messages about this meeting are as given. */
    public int count(String where) {
        return sql.query(
                        "SELECT count(*) AS messages FROM delivery JOIN letter ON letter.id = delivery.letter_id"
                                + " JOIN invitation ON invitation.id = letter.invitation_id WHERE meeting_id = ?::uuid AND "
                                + where,
                        row -> row.getInt("messages"),
                        id)
                .getFirst();
    }

    /** As if no attempt had been made to send the messages about this meeting. */
    public void forgetAttempts() {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var delete = connection.prepareStatement("""
                        DELETE FROM delivery_attempt WHERE delivery_id IN (
                            SELECT delivery.id FROM delivery JOIN letter ON letter.id = letter_id
                            JOIN invitation ON invitation.id = invitation_id WHERE meeting_id = ?::uuid)
                        """)) {
            delete.setString(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mails to somebody, oldest first. */
    public List<ReceivedMail> mails(String person) {
        return story.mails().stream()
                .filter(mail -> mail.to().contains(story.mailbox(person)))
                .toList();
    }

    public ReceivedMail last(String person) {
        return mails(person).getLast();
    }

    /** The calendar in a mail, by another library than the one that has written it. */
    public static ICalendar calendar(ReceivedMail mail) {
        var part = mail.attachments().stream()
                .filter(attachment -> attachment.contentType().startsWith("text/calendar"))
                .findFirst()
                .orElseThrow();
        return requireNonNull(Biweekly.parse(text(part)).first());
    }

    public static String text(ReceivedMail.Attachment part) {
        return new String(TestStack.content(part), UTF_8);
    }

    /** What somebody got so far, as {@code REQUEST 0}. */
    public List<String> post(String person) {
        return mails(person).stream()
                .map(mail -> {
                    if (mail.attachments().isEmpty()) {
                        return mail.subject();
                    }
                    var calendar = calendar(mail);
                    return calendar.getMethod().getValue() + " "
                            + calendar.getEvents().getFirst().getSequence().getValue();
                })
                .toList();
    }

    /** What became of the messages to somebody, in their order, as {@code CLOSED CANCELLED}. */
    public List<String> deliveries(String person) {
        return sql.query("""
                SELECT concat_ws(' ', delivery.state, closed_because) AS became
                FROM delivery JOIN letter ON letter.id = letter_id JOIN invitation ON invitation.id = invitation_id
                WHERE meeting_id = ?::uuid AND person_id = ?::uuid ORDER BY letter.number
                """, row -> String.valueOf(row.getString("became")), id, story.id(person));
    }

    /** The events about the invitation of somebody so far, as {@code answered 0 ACCEPTED}. */
    public List<String> events(String person) {
        var told = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestStack.kafka(), "fetch.max.wait.ms", BRIEFLY),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor("mou.invitations.v1").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var data = JSON.readTree(record.value());
                    if (data.get("meetingId").asText().equals(id)
                            && data.get("personId").asText().equals(story.id(person))) {
                        var type = new String(
                                record.headers().lastHeader("ce_type").value(), UTF_8);
                        told.add(type.split("\\.", -1)[2] + " "
                                + data.get("sequence").asInt() + " "
                                + data.get("answer").asText());
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return told;
    }
}
