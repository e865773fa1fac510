package org.moutracker.notifications.invitation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.LetterDeliveries.Withdrawn;
import org.moutracker.notifications.meeting.InvitedAs;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The invitations and the letters that were written because of them. */
@ApplicationScoped
class Invitations {

    private final Sql sql;

    Invitations(Sql sql) {
        this.sql = sql;
    }

    /** An invitee with his meeting. */
    private record Named(Meeting meeting, Meeting.Invitee invitee) {

        UUID id() {
            return InvitationState.id(meeting.id(), invitee.personId());
        }
    }

    /** Notes who is invited to these meetings, and who is not any more. */
    void keep(List<Meeting> meetings, Instant now) {
        var named = new ArrayList<Named>();
        var seen = new HashSet<UUID>();
        for (var meeting : meetings) {
            for (var invitee : meeting.invitees()) {
                var one = new Named(meeting, invitee);
                if (seen.add(one.id())) {
                    named.add(one);
                }
            }
        }
        sql.update(
                """
                INSERT INTO invitation AS known (id, meeting_id, person_id, party, side, invited_as, invited, since)
                SELECT id, meeting_id, person_id, party, side, invited_as, true, ?
                FROM unnest(?, ?, ?, ?, ?, ?) AS named (id, meeting_id, person_id, party, side, invited_as) ORDER BY id
                ON CONFLICT (id) DO UPDATE SET
                    party = excluded.party, side = excluded.side, invited_as = excluded.invited_as, invited = true
                WHERE (known.party, known.side, known.invited_as, known.invited)
                    IS DISTINCT FROM (excluded.party, excluded.side, excluded.invited_as, true)
                """,
                now,
                Column.ids(named, Named::id),
                Column.ids(named, one -> one.meeting().id()),
                Column.ids(named, one -> one.invitee().personId()),
                Column.texts(named, one -> one.invitee().party()),
                Column.texts(named, one -> one.invitee().side()),
                Column.texts(named, one -> one.invitee().as()));
        sql.update(
                "UPDATE invitation SET invited = false WHERE meeting_id = ANY (?) AND invited AND id <> ALL (?)",
                Column.ids(meetings, Meeting::id),
                Column.ids(seen));
    }

    /** Somebody who is or was invited. */
    record Row(
            UUID id,
            UUID meetingId,
            UUID personId,
            @Nullable String party,
            InvitedAs as,
            boolean invited) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("meeting_id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getString("party"),
                    InvitedAs.valueOf(row.getString("invited_as")),
                    row.getBoolean("invited"));
        }
    }

    List<Row> of(Collection<UUID> meetings) {
        return sql.query("""
                SELECT id, meeting_id, person_id, party, invited_as, invited FROM invitation
                WHERE meeting_id = ANY (?) ORDER BY id
                """, Row::read, Column.ids(meetings));
    }

    /** A letter and the invitation that it was written because of. */
    private record Of(UUID invitationId, Sent letter) {}

    /** The letters of these invitations, in their order. */
    Map<UUID, List<Sent>> letters(Collection<UUID> invitations) {
        return sql
                .query(
                        "SELECT letter.invitation_id, " + Sent.COLUMNS + """
                         FROM letter JOIN delivery ON delivery.letter_id = letter.id
                        WHERE letter.invitation_id = ANY (?) ORDER BY letter.invitation_id, letter.number
                        """,
                        row -> new Of(row.getObject("invitation_id", UUID.class), Sent.read(row)),
                        Column.ids(invitations))
                .stream()
                .collect(groupingBy(Of::invitationId, mapping(Of::letter, toList())));
    }

    void withdraw(List<Withdrawn> letters) {
        sql.update("""
                UPDATE letter SET withdrawn = withdrawal.because FROM unnest(?, ?) AS withdrawal (id, because)
                WHERE letter.id = withdrawal.id AND letter.withdrawn IS NULL
                """, Column.ids(letters, Withdrawn::letterId), Column.texts(letters, Withdrawn::because));
    }

    void write(List<NewLetter> letters) {
        sql.update(
                """
                INSERT INTO letter (id, invitation_id, number, kind, sequence, meeting_sequence, fingerprint, written_at,
                    expires_at, content)
                SELECT id, invitation_id, number, kind, sequence, meeting_sequence, fingerprint, written_at::timestamptz,
                    expires_at::timestamptz, content::jsonb
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS written (id, invitation_id, number, kind, sequence,
                    meeting_sequence, fingerprint, written_at, expires_at, content)
                """,
                Column.ids(letters, NewLetter::id),
                Column.ids(letters, NewLetter::invitationId),
                Column.numbers(letters, NewLetter::number),
                Column.texts(letters, NewLetter::kind),
                Column.numbers(letters, NewLetter::sequence),
                Column.numbers(letters, NewLetter::meetingSequence),
                Column.texts(letters, NewLetter::fingerprint),
                Column.texts(letters, NewLetter::writtenAt),
                Column.texts(letters, NewLetter::expiresAt),
                Column.texts(letters, NewLetter::content));
    }

    /** What was answered to a meeting at another time or place is no answer to it as it is now. */
    void forgetAnswers(Collection<UUID> invitations) {
        sql.update("""
                UPDATE invitation SET answer = 'NEEDS_ACTION', answered_at = NULL, replied_at = NULL
                WHERE id = ANY (?) AND answer <> 'NEEDS_ACTION'
                """, Column.ids(invitations));
    }
}
