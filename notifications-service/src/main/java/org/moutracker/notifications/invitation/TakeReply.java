package org.moutracker.notifications.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.invitation.InvitationEvent.InvitationAnswered;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.Outbox;

/**
 * Takes what somebody replied. What counts is what the reply says, not that it came: the same one twice, or an older one
 * after a newer, has no effect.
 */
@ApplicationScoped
public class TakeReply {

    private final Sql sql;
    private final Invitations invitations;
    private final Recipients recipients;
    private final Outbox outbox;
    private final InstantSource clock;

    TakeReply(Sql sql, Invitations invitations, Recipients recipients, Outbox outbox, InstantSource clock) {
        this.sql = sql;
        this.invitations = invitations;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A reply.
     *
     * @param mailbox of the one who replies
     * @param repliedAt by the clock of his calendar program
     */
    public record Reply(UUID meetingId, String mailbox, int sequence, Answer answer, Instant repliedAt) {

        @Override
        public String toString() {
            return "Reply[" + meetingId + "]";
        }
    }

    /** To be called in a transaction. */
    public ReplyResult take(Reply reply) {
        var results = new ArrayList<ReplyResult>();
        var rows = rows(invitees(reply));
        var letters = invitations.letters(rows.stream().map(Row::id).toList());
        // A mailbox that two people share answers for both: they were asked by the same UID.
        for (var row : rows) {
            results.add(take(reply, row, letters));
        }
        return results.stream().max(this::byEffect).orElse(ReplyResult.STRANGER);
    }

    /** RECORDED before REPEATED before STALE before STRANGER. */
    private int byEffect(ReplyResult one, ReplyResult other) {
        return other.compareTo(one);
    }

    private List<UUID> invitees(Reply reply) {
        var persons = sql.query(
                "SELECT id, person_id FROM invitation WHERE meeting_id = ?",
                row -> Map.entry(row.getObject("person_id", UUID.class), row.getObject("id", UUID.class)),
                reply.meetingId());
        var people = recipients.find(persons.stream().map(Map.Entry::getKey).toList());
        return persons.stream()
                .filter(entry -> Stream.ofNullable(people.get(entry.getKey()))
                        .anyMatch(recipient -> recipient.person().isReachedAt(reply.mailbox())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** An invitation as it is while this transaction holds it. */
    private record Row(UUID id, boolean invited, @Nullable Instant repliedAt) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getObject("id", UUID.class), row.getBoolean("invited"), Sql.instant(row, "replied_at"));
        }
    }

    private List<Row> rows(List<UUID> ids) {
        return sql.query(
                "SELECT id, invited, replied_at FROM invitation WHERE id = ANY (?) ORDER BY id FOR UPDATE",
                Row::read,
                Column.ids(ids));
    }

    private ReplyResult take(Reply reply, Row row, Map<UUID, List<Sent>> letters) {
        var history = new History(letters.getOrDefault(row.id(), List.of())).ofCalendar();
        var standing = history.standing();
        var asked = standing == null ? history.known() : standing;
        if (asked == null) {
            return ReplyResult.STRANGER;
        }
        if (!row.invited() || asked.kind() == LetterKind.CANCEL || reply.sequence() < asked.sequence()) {
            return ReplyResult.STALE;
        }
        var before = row.repliedAt();
        if (before != null && !reply.repliedAt().isAfter(before)) {
            return reply.repliedAt().equals(before) ? ReplyResult.REPEATED : ReplyResult.STALE;
        }
        record(reply, row.id());
        return ReplyResult.RECORDED;
    }

    private void record(Reply reply, UUID invitation) {
        var now = clock.instant();
        var answered = sql.query(
                "UPDATE invitation SET answer = ?, replied_at = ?, answered_at = ? WHERE id = ? RETURNING "
                        + InvitationState.COLUMNS,
                InvitationState::read,
                reply.answer(),
                reply.repliedAt(),
                // A clock that is ahead of ours must not win over what is answered here later.
                reply.repliedAt().isAfter(now) ? now : reply.repliedAt(),
                invitation);
        outbox.publish(answered.stream().map(InvitationAnswered::new).toList());
    }
}
