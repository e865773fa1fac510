package org.moutracker.notifications.invitation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.LetterDeliveries;
import org.moutracker.notifications.invitation.InvitationView.PersonView;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.meeting.InvitedAs;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.paging.Cursor;

/** Reads invitations for whoever asks, newest first. */
@ApplicationScoped
class InvitationPages {

    /** Which invitations are asked for; null where that does not matter. */
    record Filter(@Nullable UUID meeting, @Nullable UUID person) {}

    /** The place of an invitation in the list. */
    record Position(Instant since, UUID id) {

        static Position of(Cursor cursor) {
            return new Position(cursor.instant(0), cursor.uuid(1));
        }

        static Cursor of(InvitationView invitation) {
            return Cursor.of(invitation.since(), invitation.id());
        }
    }

    private static final String SELECT = "SELECT " + InvitationState.COLUMNS
            + ", party, side, invited_as, invited, since, name FROM invitation "
            + "LEFT JOIN recipient ON recipient.id = person_id ";

    private final Sql sql;
    private final LetterDeliveries deliveries;

    InvitationPages(Sql sql, LetterDeliveries deliveries) {
        this.sql = sql;
        this.deliveries = deliveries;
    }

    List<InvitationView> find(Filter filter, @Nullable Position after, int limit) {
        var where = new ArrayList<String>(List.of("true"));
        var arguments = new ArrayList<@Nullable Object>();
        if (filter.meeting() != null) {
            where.add("meeting_id = ?");
            arguments.add(filter.meeting());
        }
        if (filter.person() != null) {
            where.add("person_id = ?");
            arguments.add(filter.person());
        }
        if (after != null) {
            where.add("(since, invitation.id) < (?, ?)");
            arguments.add(after.since());
            arguments.add(after.id());
        }
        arguments.add(limit);
        return withLetters(sql.query(
                SELECT + "WHERE " + String.join(" AND ", where) + " ORDER BY since DESC, invitation.id DESC LIMIT ?",
                Shown::read,
                arguments.toArray()));
    }

    Optional<InvitationView> find(UUID id) {
        return withLetters(sql.query(SELECT + "WHERE invitation.id = ?", Shown::read, id)).stream()
                .findFirst();
    }

    private List<InvitationView> withLetters(List<Shown> invitations) {
        var letters =
                letters(invitations.stream().map(shown -> shown.state().id()).toList());
        return invitations.stream()
                .map(shown -> shown.with(letters.getOrDefault(shown.state().id(), List.of())))
                .toList();
    }

    /** A letter without its messages, which are read for all of a page at once. */
    private record Written(
            UUID id,
            UUID invitationId,
            LetterKind kind,
            int sequence,
            Instant writtenAt,
            Optional<ClosedBecause> withdrawn) {

        static Written read(ResultSet row) throws SQLException {
            return new Written(
                    row.getObject("id", UUID.class),
                    row.getObject("invitation_id", UUID.class),
                    LetterKind.valueOf(row.getString("kind")),
                    row.getInt("sequence"),
                    requireNonNull(Sql.instant(row, "written_at")),
                    Optional.ofNullable(row.getString("withdrawn")).map(ClosedBecause::valueOf));
        }
    }

    private Map<UUID, List<LetterView>> letters(Collection<UUID> invitations) {
        var written = sql.query("""
                SELECT id, invitation_id, kind, sequence, written_at, withdrawn FROM letter
                WHERE invitation_id = ANY (?) ORDER BY invitation_id, number
                """, Written::read, Column.ids(invitations));
        var of = deliveries.of(written.stream().map(Written::id).toList());
        return written.stream()
                .collect(groupingBy(
                        Written::invitationId,
                        mapping(
                                letter -> new LetterView(
                                        letter.kind(),
                                        letter.sequence(),
                                        letter.writtenAt(),
                                        letter.withdrawn().orElse(null),
                                        of.getOrDefault(letter.id(), List.of())),
                                toList())));
    }

    /** An invitation without its letters. */
    private record Shown(InvitationState state, PersonView person, boolean invited, Instant since) {

        static Shown read(ResultSet row) throws SQLException {
            var state = InvitationState.read(row);
            return new Shown(
                    state,
                    new PersonView(
                            state.personId(),
                            row.getString("name"),
                            row.getString("party"),
                            row.getString("side"),
                            InvitedAs.valueOf(row.getString("invited_as"))),
                    row.getBoolean("invited"),
                    requireNonNull(Sql.instant(row, "since")));
        }

        InvitationView with(List<LetterView> letters) {
            return new InvitationView(
                    state.id(),
                    state.meetingId(),
                    person,
                    invited,
                    since,
                    state.sequence(),
                    state.deliveredAt(),
                    state.answer(),
                    state.answeredAt(),
                    state.minutesRound(),
                    state.minutesDeliveredAt(),
                    letters);
        }
    }
}
