package org.moutracker.notifications.feed;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.agreement.Agreements;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.mail.AlertContent.SideClock;
import org.moutracker.notifications.mail.CalendarEntry;
import org.moutracker.notifications.mail.Language;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.recipient.Recipient;
import org.moutracker.notifications.recipient.Recipients;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** What stands in a calendar by now, the nearest first: open deadlines, and meetings from half a year ago on. */
@ApplicationScoped
class FeedEntries {

    /** More than anybody looks at, and no more than a program reads in one go. */
    private static final int MOST = 1_000;

    private static final Duration PAST = Duration.ofDays(180);

    /** Only what has a day; that nothing was heard of something for long is no day of anybody's. */
    private static final String DATED = """
            deadline.status = 'ACTIVE' AND deadline.state ->> 'lastDay' IS NOT NULL
            AND coalesce(deadline.state ->> 'kind', '') <> 'STAGNATION'
            """;

    private static final String ORDER = " ORDER BY deadline.state ->> 'lastDay', deadline.id LIMIT " + MOST;

    private static final String MEETINGS = """
            SELECT meeting.state, working_group.name FROM meeting
            LEFT JOIN working_group ON working_group.id = meeting.working_group_id
            WHERE (meeting.state ->> 'startsAt')::timestamptz > ? AND meeting.state ->> 'status' = ANY (
                ARRAY['CONVENED', 'HELD', 'MINUTES_CIRCULATED', 'MINUTES_AGREED', 'MINUTES_DISPUTED'])
            AND\s""";

    private final Sql sql;
    private final Json json;
    private final Agreements agreements;
    private final Recipients recipients;

    FeedEntries(Sql sql, Json json, Agreements agreements, Recipients recipients) {
        this.sql = sql;
        this.json = json;
        this.agreements = agreements;
        this.recipients = recipients;
    }

    /** A deadline and the group that sees to it. */
    private record Dated(
            Deadline deadline, int planNo, @Nullable String group) {}

    /** A meeting and the group that meets. */
    record Met(Meeting meeting, @Nullable String group) {}

    List<CalendarEntry> deadlines(Feed feed) {
        var dated = feed.person() == null ? ofGroup(feed.workingGroup()) : ofPerson(feed.person());
        var known = agreements.find(dated.stream()
                .map(one -> one.deadline().agreementId())
                .filter(Objects::nonNull)
                .collect(toSet()));
        var zone = reader(feed).flatMap(Recipient::clock);
        return dated.stream().map(one -> entry(one, known, zone)).toList();
    }

    /** The reader's; a group has members who read others, and its calendar is in English. */
    Language language(Feed feed) {
        return reader(feed)
                .flatMap(reader -> Language.named(reader.person().language()))
                .orElse(Language.ENGLISH);
    }

    private Optional<Recipient> reader(Feed feed) {
        return Optional.ofNullable(feed.person())
                .flatMap(person ->
                        Optional.ofNullable(recipients.find(List.of(person)).get(person)));
    }

    private List<Dated> ofGroup(@Nullable UUID group) {
        return sql.query("""
                SELECT deadline.state, plan_no, working_group.name FROM deadline
                JOIN plan ON plan.deadline_id = deadline.id
                LEFT JOIN working_group ON working_group.id = deadline.working_group_id
                WHERE working_group_id = ? AND deadline.state ->> 'internalTo' IS NULL AND\s""" + DATED + ORDER, this::dated, group);
    }

    /** Of what is internal to a side every party of that side is responsible: so nobody of another sees it. */
    private List<Dated> ofPerson(UUID person) {
        return sql.query("""
                SELECT deadline.state, plan_no, working_group.name FROM deadline
                JOIN plan ON plan.deadline_id = deadline.id
                LEFT JOIN working_group ON working_group.id = deadline.working_group_id
                WHERE EXISTS (
                    SELECT FROM member
                    WHERE member.group_id = deadline.working_group_id AND member.person_id = ?
                      AND (deadline.state ->> 'internalTo' IS NULL OR deadline.state -> 'responsible'
                           @> jsonb_build_array(jsonb_build_object('party', member.party))))
                AND\s""" + DATED + ORDER, this::dated, person);
    }

    private Dated dated(ResultSet row) throws SQLException {
        return new Dated(
                json.read(row.getString("state"), Deadline.class), row.getInt("plan_no"), row.getString("name"));
    }

    private static CalendarEntry entry(Dated dated, Map<UUID, Agreement> agreements, Optional<ZoneId> zone) {
        var deadline = dated.deadline();
        var lastDay = requireNonNull(deadline.lastDay());
        var endsAt = deadline.dueAt();
        var agreement = Optional.ofNullable(deadline.agreementId()).map(agreements::get);
        return new CalendarEntry(
                deadline.id(),
                deadline.title(),
                Optional.ofNullable(dated.group())
                        .or(() -> agreement.map(Agreement::reference))
                        .orElse(null),
                endsAt == null || zone.isEmpty() ? lastDay : CalendarEntry.day(lastDay, endsAt, zone.get()),
                endsAt,
                agreement.map(FeedEntries::clocks).orElse(List.of()),
                CalendarEntry.sequence(dated.planNo(), true),
                requireNonNullElse(deadline.scheduledAt(), Instant.EPOCH),
                true);
    }

    private static List<SideClock> clocks(Agreement agreement) {
        return agreement.parties().stream()
                .flatMap(party -> party.zone().stream().map(zone -> new SideClock(party.standsOn(), zone.getId())))
                .distinct()
                .toList();
    }

    List<Met> meetings(Feed feed, Instant now) {
        var since = now.minus(PAST);
        var order = " ORDER BY meeting.state ->> 'startsAt', meeting.id LIMIT " + MOST;
        return feed.person() == null
                ? sql.query(MEETINGS + "meeting.working_group_id = ?" + order, this::met, since, feed.workingGroup())
                : sql.query(
                        MEETINGS + "meeting.id IN (SELECT meeting_id FROM invitation WHERE person_id = ? AND invited)"
                                + order,
                        this::met,
                        since,
                        feed.person());
    }

    private Met met(ResultSet row) throws SQLException {
        return new Met(json.read(row.getString("state"), Meeting.class), row.getString("name"));
    }
}
