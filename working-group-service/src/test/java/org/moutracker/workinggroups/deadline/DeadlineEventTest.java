package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.timerules.Certainty;
import org.moutracker.timerules.Explained;
import org.moutracker.workinggroups.Contract;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlineEventTest {

    private static final LocalDate DUE = LocalDate.parse("2025-10-17");
    private static final Instant DUE_AT = Instant.parse("2025-10-17T21:00:00Z");
    private static final Instant SCHEDULED = Instant.parse("2025-09-17T07:00:00Z");
    private static final String TITLE = "Establish the Pakistan–Palestine Health Working Group";

    @Test
    void deadlines_are_told_as_the_samples_say() {
        Contract.requireAsSampled(
                DeadlineEvent.class,
                List.of(
                        new DeadlineEvent.DeadlineOpened(state(
                                DeadlineStatus.ACTIVE,
                                null,
                                change("2025-09-17T07:00:01Z", null, "commitment C-01 was opened"),
                                1)),
                        new DeadlineEvent.DeadlineArmed(state(
                                DeadlineStatus.ACTIVE,
                                null,
                                change("2025-09-18T07:00:01Z", null, "STATEMENT_MADE is known: 2025-09-17"),
                                2)),
                        rescheduled(),
                        new DeadlineEvent.DeadlineChanged(
                                state("Establish the joint Pakistan–Palestine Health Working Group")),
                        new DeadlineEvent.DeadlineMet(state(
                                DeadlineStatus.MET,
                                LocalDate.parse("2025-10-14"),
                                change("2025-10-14T06:30:00Z", DUE, "met on 2025-10-14: the group is constituted"),
                                2)),
                        new DeadlineEvent.DeadlineWaived(state(
                                DeadlineStatus.WAIVED,
                                null,
                                change(
                                        "2025-10-14T06:30:00Z",
                                        DUE,
                                        "waived: the sides will appoint liaison officers instead"),
                                2)),
                        new DeadlineEvent.DeadlineReopened(state(
                                DeadlineStatus.ACTIVE,
                                null,
                                change("2025-10-15T06:30:00Z", DUE, "reopened: the nomination was withdrawn"),
                                3)),
                        new DeadlineEvent.DeadlinePassed(state(
                                DeadlineStatus.ACTIVE,
                                null,
                                change("2025-10-17T21:00:00Z", DUE, "the last day has passed"),
                                2)),
                        new DeadlineEvent.DeadlinePaused(state(
                                DeadlineStatus.PAUSED,
                                null,
                                change("2025-10-01T08:00:00Z", DUE, "suspended since 2025-10-01: the clock stands"),
                                2)),
                        resumed(),
                        new DeadlineEvent.DeadlineCancelled(state(
                                DeadlineStatus.CANCELLED,
                                null,
                                change("2025-10-14T06:30:00Z", DUE, "cancelled: it was entered twice"),
                                2)),
                        new DeadlineEvent.DeadlineLapsed(state(
                                DeadlineStatus.LAPSED,
                                null,
                                change("2025-10-14T06:30:00Z", DUE, "commitment C-01 is NOT_FULFILLED"),
                                2))));
    }

    private static DeadlineEvent resumed() {
        var at = Instant.parse("2025-10-11T08:00:00Z");
        var day = LocalDate.parse("2025-10-27");
        var explanation = new ArrayList<>(explanation());
        explanation.add(new Explained(
                "SUSPENSION",
                "2025-10-27",
                "suspended from 2025-10-01 to 2025-10-11: the days that remained are restored"));
        return new DeadlineEvent.DeadlineResumed(state(
                TITLE,
                DeadlineStatus.ACTIVE,
                day,
                Instant.parse("2025-10-27T22:00:00Z"),
                2,
                at,
                explanation,
                null,
                new Change(at, DUE, day, "no longer suspended: the days that remained are restored"),
                3));
    }

    private static DeadlineEvent rescheduled() {
        var cause = "extended: both sides agreed by exchange of notes";
        var day = LocalDate.parse("2025-10-31");
        return new DeadlineEvent.DeadlineRescheduled(state(
                TITLE,
                DeadlineStatus.ACTIVE,
                day,
                Instant.parse("2025-10-31T22:00:00Z"),
                2,
                SCHEDULED,
                List.of(new Explained("EXTENSION", "2025-10-31", cause)),
                null,
                new Change(Instant.parse("2025-10-10T07:00:00Z"), DUE, day, cause),
                2));
    }

    private static Change change(String at, @Nullable LocalDate from, String cause) {
        return new Change(Instant.parse(at), from, DUE, cause);
    }

    private static DeadlineState state(String title) {
        var change = change("2025-09-20T07:00:00Z", DUE, "its commitment was changed");
        return state(title, DeadlineStatus.ACTIVE, DUE, DUE_AT, 1, SCHEDULED, explanation(), null, change, 2);
    }

    private static DeadlineState state(DeadlineStatus status, @Nullable LocalDate metOn, Change change, long version) {
        return state(TITLE, status, DUE, DUE_AT, 1, SCHEDULED, explanation(), metOn, change, version);
    }

    private static List<Explained> explanation() {
        return List.of(
                new Explained("STATEMENT_MADE", "2025-09-17", "the day of the event is not counted"),
                new Explained("WITHIN P30D", "2025-10-17", "30 days after 2025-09-17"),
                new Explained(
                        "CHECK", "2025-10-17", "a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20"));
    }

    private static DeadlineState state(
            String title,
            DeadlineStatus status,
            LocalDate lastDay,
            Instant dueAt,
            int scheduleNo,
            Instant scheduledAt,
            List<Explained> explanation,
            @Nullable LocalDate metOn,
            Change change,
            long version) {
        return new DeadlineState(
                UUID.fromString("01995778-5a80-7000-8000-00000000d001"),
                DeadlineKind.ESTABLISHMENT,
                title,
                UUID.fromString("01995778-5a00-7000-8000-00000000a001"),
                UUID.fromString("01995778-5a80-7000-8000-00000000e001"),
                UUID.fromString("01995778-5a00-7000-8000-00000000c001"),
                0,
                false,
                status,
                Map.of(
                        "anchor",
                        Map.of("event", "STATEMENT_MADE"),
                        "steps",
                        List.of(Map.of("kind", "WITHIN", "period", "P30D")),
                        "calendars",
                        Map.of("mode", "ALL_OPEN", "authorities", List.of("PK", "PS")),
                        "clock",
                        Map.of("mode", "LATEST", "zones", List.of("Asia/Karachi", "Asia/Hebron"))),
                Certainty.EXACT,
                lastDay,
                dueAt,
                scheduleNo,
                scheduledAt,
                explanation,
                List.of(),
                new Origin("C-01", "OFFICIAL_STATEMENT", null),
                List.of(new Responsible("PK"), new Responsible("PS")),
                null,
                metOn,
                change,
                version);
    }
}
